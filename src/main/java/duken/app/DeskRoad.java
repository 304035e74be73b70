package duken.app;

import duken.api.EngineApi;
import duken.client.HttpEngineClient;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The window's road to an engine, always HTTP: to the one it was told, to the one it remembers, to
 * one of its own, or to the one that runs in its folder already.
 *
 * @param client what the window asks
 * @param own its own engine, or null
 */
record DeskRoad(EngineApi client, LocalEngine own) implements AutoCloseable {

  /**
   * Finds the road, and starts an engine where that is the way.
   *
   * @param asked what the command line named
   * @param language the window's, at the time of a call
   * @throws Sentence when there is none
   */
  static DeskRoad find(
      DataFolder folder,
      Settings settings,
      Terminal terminal,
      Optional<EngineElsewhere> asked,
      WindowMemory memory,
      Supplier<String> language) {
    Optional<EngineElsewhere> elsewhere =
        asked.or(
            () -> memory.remoteEngine().map(known -> EngineElsewhere.of(known.url(), known.key())));
    if (elsewhere.isPresent()) {
      return new DeskRoad(client(elsewhere.get(), language), null);
    }
    PortRule rule = settings.isChosen(Setting.PORT) ? PortRule.AS_SAID : PortRule.FREE_IF_TAKEN;
    Optional<LocalEngine> own = LocalEngine.start(folder, settings, terminal, rule);
    if (own.isPresent()) {
      LocalEngine engine = own.get();
      EngineElsewhere here = EngineElsewhere.of(engine.url(), engine.deskKey());
      return new DeskRoad(client(here, language), engine);
    }
    RunningEngine running =
        RunningEngine.of(folder).orElseThrow(() -> RunningEngine.inTheWay(folder));
    return new DeskRoad(
        client(EngineElsewhere.of(running.url(), running.deskKey()), language), null);
  }

  @Override
  public void close() {
    client.close();
    if (own != null) {
      own.close();
    }
  }

  private static EngineApi client(EngineElsewhere engine, Supplier<String> language) {
    return new HttpEngineClient(engine.address(), engine.key(), language);
  }
}
