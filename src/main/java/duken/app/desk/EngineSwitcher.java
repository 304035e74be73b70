package duken.app.desk;

import duken.api.AdminApi;
import duken.api.EngineApi;
import duken.app.folder.DataFolder;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.shell.EngineSwitch;
import duken.domain.Mode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which engine the window works with, and how it changes to another one. */
public final class EngineSwitcher implements EngineSwitch, AutoCloseable {

  private final DataFolder folder;
  private final Optional<EngineLocation> asked;
  private final WindowMemory memory;
  private final Supplier<EngineConnection> home;

  private volatile EngineConnection provider;
  private volatile Consumer<EngineApi> window = _ -> {};

  /**
   * A switch that leads to no engine yet.
   *
   * @param asked what the command line named: then nothing else is used
   * @param memory knows the engine that was chosen in the window
   * @param home makes the way to this computer's own engine
   */
  public EngineSwitcher(
      DataFolder folder,
      Optional<EngineLocation> asked,
      WindowMemory memory,
      Supplier<EngineConnection> home) {
    this.folder = folder;
    this.asked = asked;
    this.memory = memory;
    this.home = home;
  }

  /**
   * Opens the first way: to what the command line named, else to what was chosen in the window,
   * else home.
   *
   * @throws UserError when there is none
   */
  public synchronized EngineApi open() {
    Optional<EngineLocation> elsewhere =
        asked.or(
            () -> memory.remoteEngine().map(known -> EngineLocation.of(known.url(), known.key())));
    provider = elsewhere.map(this::away).orElseGet(home);
    return provider.client();
  }

  /** Who is told when the engine changes. */
  public void tell(Consumer<EngineApi> whoWorksWithIt) {
    window = whoWorksWithIt;
  }

  @Override
  public Optional<String> dataFolder() {
    return admin().map(_ -> folder.path().toString());
  }

  @Override
  public Optional<AdminApi> admin() {
    EngineConnection now = provider;
    return now == null ? Optional.empty() : now.admin();
  }

  @Override
  public boolean isFixed() {
    return asked.isPresent();
  }

  @Override
  public EngineApi reach(RemoteEngine engine) {
    return away(engine).client();
  }

  @Override
  public synchronized void use(RemoteEngine engine) {
    EngineConnection next = engine == null ? home.get() : away(engine);
    try {
      next.client().state();
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    memory.remoteEngine(engine);
    EngineConnection before = provider;
    provider = next;
    window.accept(next.client());
    before.close();
  }

  @Override
  public Optional<Mode> mode() {
    EngineConnection now = provider;
    return now == null ? Optional.empty() : now.inMode().map(_ -> memory.mode());
  }

  @Override
  public EngineApi reach(Mode mode) {
    return clients().apply(mode);
  }

  @Override
  public synchronized void switchTo(Mode mode) {
    EngineApi next = reach(mode);
    try {
      next.state();
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    memory.mode(mode);
    EngineApi before = provider.client();
    provider = provider.with(next);
    window.accept(next);
    before.close();
  }

  @Override
  public synchronized void close() {
    if (provider != null) {
      provider.close();
    }
  }

  private Function<Mode, EngineApi> clients() {
    return provider
        .inMode()
        .orElseThrow(() -> new IllegalStateException("the key of this window decides its mode"));
  }

  private EngineConnection away(RemoteEngine engine) {
    return away(EngineLocation.of(engine.url(), engine.key()));
  }

  private EngineConnection away(EngineLocation engine) {
    return EngineConnection.elsewhere(engine, () -> memory.language().tag());
  }
}
