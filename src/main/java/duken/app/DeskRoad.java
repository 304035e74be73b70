package duken.app;

import duken.api.EngineApi;
import duken.client.HttpEngineClient;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The window's road to an engine, always HTTP.
 *
 * @param client what the window asks
 * @param own the engine that runs in this process, or null
 * @param here whether the engine works in this window's data folder
 */
record DeskRoad(EngineApi client, LocalEngine own, boolean here) implements AutoCloseable {

  /** To an engine elsewhere. Nothing is sent yet. */
  static DeskRoad elsewhere(EngineElsewhere engine, Supplier<String> language) {
    return new DeskRoad(client(engine, language), null, false);
  }

  /**
   * To an engine of its own, or to the one that works in its data folder already.
   *
   * @param language the window's, at the time of a call
   * @throws Sentence when neither is possible
   */
  static DeskRoad home(
      DataFolder folder, Settings settings, Terminal terminal, Supplier<String> language) {
    PortRule rule = settings.isChosen(Setting.PORT) ? PortRule.AS_SAID : PortRule.FREE_IF_TAKEN;
    Optional<LocalEngine> own = LocalEngine.start(folder, settings, terminal, rule);
    if (own.isPresent()) {
      LocalEngine engine = own.get();
      return new DeskRoad(
          client(EngineElsewhere.of(engine.url(), engine.deskKey()), language), engine, true);
    }
    RunningEngine running =
        RunningEngine.of(folder).orElseThrow(() -> RunningEngine.inTheWay(folder));
    return new DeskRoad(
        client(EngineElsewhere.of(running.url(), running.deskKey()), language), null, true);
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
