package duken.app.desk;

import duken.api.EngineApi;
import duken.app.Version;
import duken.app.folder.DataFolder;
import duken.app.folder.FolderLock;
import duken.app.folder.Logging;
import duken.app.folder.PreparedFolder;
import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.app.folder.WindowActivation;
import duken.app.terminal.Shutdown;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.updates.UpdateWatch;
import duken.app.wiring.EngineOptions;
import duken.app.wiring.LocalEngine;
import duken.app.words.Said;
import duken.desktop.DeskApp;
import duken.desktop.aot.TrainingSale;
import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import duken.domain.Mode;
import duken.paper.PrintQueue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code duken desk}: the cashier's window, with an engine of its own or one elsewhere. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description = "Opens the cashier's window; without --engine it starts its own engine.")
public final class DeskCommand implements Callable<Integer> {

  /** All of Kazakhstan, since March 2024. */
  private static final ZoneId SHOP_TIME = ZoneId.of("Asia/Almaty");

  private final Terminal terminal;

  @Mixin private EngineOptions options;

  @Option(
      names = "--engine",
      paramLabel = "URL",
      description = "An engine elsewhere: https, or this computer.")
  private String engine;

  @Option(names = "--key", paramLabel = "KEY", description = "A key of that engine, role desk.")
  private String key;

  @Option(
      names = "--training-sale",
      hidden = true,
      description = "Sells once in training mode by keys, then closes: for the installer's cache.")
  private boolean trainingSale;

  public DeskCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<EngineLocation> asked = EngineLocation.asked(engine, key);
    Display.check(
        terminal.environment(),
        System.getProperty("os.name"),
        System.getProperty("glass.platform"));
    PreparedFolder prepared = options.prepare(terminal);
    DataFolder folder = prepared.data();
    Optional<FolderLock> only = FolderLock.take(folder, FolderLock.Role.WINDOW);
    if (only.isEmpty()) {
      WindowActivation.ring(folder);
      terminal.out().println("Duken is open already; its window comes to front.");
      return 0;
    }
    SecureRandom random = new SecureRandom();
    try (FolderLock _ = only.get();
        WindowMemory memory =
            WindowMemory.of(folder, () -> LocalEngine.masterKey(folder, terminal, random), random);
        Shutdown shutdown = new Shutdown()) {
      show(folder, prepared.settings(), asked, memory, shutdown);
    } finally {
      Logging.end();
    }
    return 0;
  }

  /** Shows why the window does not open, where nobody reads a terminal. */
  public void tell(UserError problem) {
    Language language = Language.RU;
    Theme theme = Theme.LIGHT;
    try (WindowMemory memory =
        WindowMemory.of(
            options.folder(terminal),
            () -> {
              throw new IllegalStateException("no key is needed for these");
            },
            new SecureRandom())) {
      language = memory.language();
      theme = memory.theme();
    } catch (UserError _) {
      // The folder itself is what is wrong.
    }
    StartFailure.tell(problem, language, theme);
  }

  private void show(
      DataFolder folder,
      Settings settings,
      Optional<EngineLocation> asked,
      WindowMemory memory,
      Shutdown shutdown) {
    // Before the engine makes its database. What nobody sees asks nobody anything.
    boolean seen = !"Headless".equals(System.getProperty("glass.platform"));
    if (seen && !trainingSale && asked.isEmpty() && folder.isNew()) {
      memory.firstStartBegins();
    }
    EngineSwitcher engine =
        new EngineSwitcher(
            folder,
            asked,
            memory,
            () ->
                EngineConnection.home(
                    folder, settings, terminal, () -> memory.language().tag(), memory.mode()));
    // The engine and JavaFX start beside each other: on a small PC each takes a second.
    CompletableFuture<EngineApi> engineIsThere =
        CompletableFuture.supplyAsync(
            engine::open, work -> Thread.ofPlatform().name("engine start").start(work));
    engineIsThere.exceptionally(
        _ -> {
          shutdown.ask();
          return null;
        });
    Clock clock = Clock.system(SHOP_TIME);
    UpdateWatch updates = watch(folder, settings, clock);
    PrintQueue printing = new PrintQueue(clock);
    DeskApp window =
        new DeskApp(
            new StartingEngine(engineIsThere),
            memory,
            engine,
            new InstalledProgram(
                updates, memory, terminal.environment(), printing, folder.voices()),
            clock,
            System::nanoTime,
            shutdown::ask);
    engine.tell(window::workWith);
    try (WindowActivation _ = WindowActivation.hear(folder, window::toFront)) {
      open(window);
      updates.begin();
      if (trainingSale) {
        playSale(memory);
        shutdown.ask();
      }
      shutdown.await();
      if (engineIsThere.isCompletedExceptionally()) {
        throw why(engineIsThere.exceptionNow());
      }
      if (!shutdown.isBySignal()) {
        // On a signal JavaFX takes its own pipeline away at once, and a window cannot close any
        // more.
        window.close();
      }
    } finally {
      updates.close();
      printing.close();
      engineIsThere.exceptionally(_ -> null).join();
      engine.close();
    }
  }

  private static UpdateWatch watch(DataFolder folder, Settings settings, Clock clock) {
    Optional<Boolean> decided =
        Optional.of(Setting.UPDATES).filter(settings::isChosen).map(settings::get);
    return UpdateWatch.of(
        Version.text(), settings.get(Setting.UPDATES_ADDRESS), decided, folder.updates(), clock);
  }

  private static void playSale(WindowMemory memory) {
    if (memory.mode() != Mode.TEST || memory.remoteEngine().isPresent()) {
      throw UserError.badInput(Said.of("cli.training"));
    }
    try {
      TrainingSale.play();
    } catch (TimeoutException e) {
      throw UserError.notNow(e.getMessage(), e);
    }
  }

  private static void open(DeskApp window) {
    try {
      window.open();
    } catch (UnsupportedOperationException e) {
      throw Display.missing(e);
    }
  }

  private static RuntimeException why(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof UserError userError) {
      return userError;
    }
    return new IllegalStateException("the engine did not start", cause);
  }
}
