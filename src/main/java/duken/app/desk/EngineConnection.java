package duken.app.desk;

import duken.api.AdminApi;
import duken.api.EngineApi;
import duken.app.folder.DataFolder;
import duken.app.folder.EngineDescriptor;
import duken.app.folder.PortRule;
import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.wiring.LocalEngine;
import duken.client.EngineAddress;
import duken.client.HttpAdminClient;
import duken.client.HttpEngineClient;
import duken.domain.Mode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The window's way to an engine, always HTTP.
 *
 * @param client what the window asks
 * @param admin over the shops and keys of the engine in this window's data folder; empty for an
 *     engine elsewhere, whose windows are given a shop's key and no more
 * @param own the engine that runs in this process, or null
 * @param inMode makes a client of the same engine that trains or takes real money; empty when the
 *     key decides
 */
public record EngineConnection(
    EngineApi client,
    Optional<AdminApi> admin,
    LocalEngine own,
    Optional<Function<Mode, EngineApi>> inMode)
    implements AutoCloseable {

  /** To an engine elsewhere. Nothing is sent yet. */
  static EngineConnection elsewhere(EngineLocation engine, Supplier<String> language) {
    return new EngineConnection(
        new HttpEngineClient(engine.address(), engine.key(), language),
        Optional.empty(),
        null,
        Optional.empty());
  }

  /**
   * To an engine of its own, or to the one that works in its data folder already.
   *
   * @param language the window's, at the time of a call
   * @param mode whether to begin in training
   * @throws UserError when neither is possible
   */
  public static EngineConnection home(
      DataFolder folder,
      Settings settings,
      Terminal terminal,
      Supplier<String> language,
      Mode mode) {
    PortRule rule = settings.isChosen(Setting.PORT) ? PortRule.AS_SAID : PortRule.FREE_IF_TAKEN;
    Optional<LocalEngine> own = LocalEngine.start(folder, settings, terminal, rule);
    // Beside the window, which needs the time to come up.
    own.ifPresent(it -> Thread.ofPlatform().daemon().name("rehearsal").start(it::rehearse));
    EngineDescriptor engine =
        own.map(LocalEngine::announced)
            .or(() -> EngineDescriptor.of(folder))
            .orElseThrow(() -> EngineDescriptor.inTheWay(folder));
    EngineAddress address = engine.address();
    Function<Mode, EngineApi> clients =
        wanted -> new HttpEngineClient(address, engine.keyFor(wanted), language);
    boolean hasBoth = engine.liveDeskKey() != null;
    return new EngineConnection(
        clients.apply(hasBoth ? mode : Mode.TEST),
        Optional.of(new HttpAdminClient(address, engine.adminKey(), language)),
        own.orElse(null),
        hasBoth ? Optional.of(clients) : Optional.empty());
  }

  /** The same way with another client; the one before is not closed. */
  EngineConnection with(EngineApi other) {
    return new EngineConnection(other, admin, own, inMode);
  }

  @Override
  public void close() {
    client.close();
    admin.ifPresent(AdminApi::close);
    if (own != null) {
      own.close();
    }
  }
}
