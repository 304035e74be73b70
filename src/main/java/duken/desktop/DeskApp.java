package duken.desktop;

import duken.api.EngineApi;
import duken.desktop.customer.CustomerScreen;
import duken.desktop.customer.CustomerShow;
import duken.desktop.firstrun.FirstRunView;
import duken.desktop.kit.Theme;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.FxThread;
import duken.desktop.kit.task.Heartbeat;
import duken.desktop.orders.OrderAlarm;
import duken.desktop.print.PrinterWatch;
import duken.desktop.shell.Counter;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.DeskPreferences;
import duken.desktop.shell.DeskWindow;
import duken.desktop.shell.EngineFeed;
import duken.desktop.shell.EnginePoller;
import duken.desktop.shell.EngineSwitch;
import duken.desktop.shell.ThisComputer;
import duken.desktop.text.Texts;
import java.time.Clock;
import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The cashier's window, put together by hand. Whoever constructs it owns the engine's client and
 * closes it after {@code closed} was called.
 */
public final class DeskApp {

  private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256};
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 600;

  private final EngineApi firstEngine;
  private final DeskPreferences preferences;
  private final EngineSwitch engineSwitch;
  private final ThisComputer thisComputer;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Runnable closed;

  private Stage stage;
  private EnginePoller poller;
  private DeskWindow window;
  private Runnable printerWatch = () -> {};
  private CustomerScreen customer;

  /** A window whose engine cannot be changed, see the other constructor. */
  public DeskApp(
      EngineApi engine,
      DeskPreferences preferences,
      Clock clock,
      LongSupplier nanoTime,
      Runnable closed) {
    this(engine, preferences, EngineSwitch.SHUT, ThisComputer.UNKNOWN, clock, nanoTime, closed);
  }

  /**
   * A window that is not open yet.
   *
   * @param engine the way to the engine; asked from virtual threads
   * @param engineSwitch leads to another engine
   * @param thisComputer what the program knows of itself
   * @param clock the shop's wall clock and zone, to show times and know today
   * @param nanoTime a monotonic clock in nanoseconds, for countdowns
   * @param closed called on the JavaFX thread when the cashier closed the window
   */
  public DeskApp(
      EngineApi engine,
      DeskPreferences preferences,
      EngineSwitch engineSwitch,
      ThisComputer thisComputer,
      Clock clock,
      LongSupplier nanoTime,
      Runnable closed) {
    this.firstEngine = engine;
    this.preferences = preferences;
    this.engineSwitch = engineSwitch;
    this.thisComputer = thisComputer;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.closed = closed;
  }

  /**
   * Starts JavaFX and opens the window; returns at once.
   *
   * @throws UnsupportedOperationException when there is no display
   */
  public void open() {
    Platform.setImplicitExit(true);
    Platform.startup(() -> openOn(new Stage()));
  }

  /** Opens the window on a stage of a JavaFX that already runs. Call on the JavaFX thread. */
  public void openOn(Stage onStage) {
    stage = onStage;
    stage.setTitle("Duken");
    for (int size : ICON_SIZES) {
      String path = "/duken/desktop/assets/icons/duken-" + size + ".png";
      stage
          .getIcons()
          .add(new Image(Objects.requireNonNull(DeskApp.class.getResourceAsStream(path))));
    }
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
    work(firstEngine);
    stage.setMaximized(room.getWidth() <= WIDTH || room.getHeight() <= HEIGHT);
    stage.setOnHidden(
        _ -> {
          poller.close();
          window.close();
          printerWatch.run();
          customer.close();
          closed.run();
        });
    stage.show();
  }

  /**
   * Works with another engine from now on, on the same stage. The client of the one before may be
   * closed afterwards; a question that is under way there ends as unanswered. May be called on any
   * thread.
   */
  public void workWith(EngineApi engine) {
    FxThread.real().run(() -> work(engine));
  }

  /** Brings the window to the front. May be called on any thread. */
  public void toFront() {
    FxThread.real()
        .run(
            () -> {
              if (stage != null) {
                stage.setIconified(false);
                stage.toFront();
                stage.requestFocus();
              }
            });
  }

  /** Closes the window as the cashier would. May be called on any thread. */
  public void close() {
    FxThread.real()
        .run(
            () -> {
              if (stage != null) {
                stage.hide();
              }
            });
  }

  private void work(EngineApi engine) {
    if (poller != null) {
      poller.close();
      window.close();
      customer.close();
    }
    FxThread fx = FxThread.real();
    EngineFeed feed = new EngineFeed();
    poller = new EnginePoller(engine, feed, fx);
    window = window(engine, fx, feed);
    new OrderAlarm(window.context()).listen();
    printerWatch.run();
    printerWatch = PrinterWatch.listen(window.context(), fx);
    Scene scene = stage.getScene();
    if (scene == null) {
      Rectangle2D room = Screen.getPrimary().getVisualBounds();
      stage.setScene(
          new Scene(
              window.root(), Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight())));
    } else {
      stage.setScene(new Scene(window.root(), scene.getWidth(), scene.getHeight()));
    }
    window.attach(stage.getScene(), System::nanoTime);
    window.go("till");
    customer = faceTheCustomer(window.context());
    if (thisComputer.isFirstStart()) {
      FirstRunView.open(window.context());
    }
    poller.start();
  }

  private CustomerScreen faceTheCustomer(DeskContext context) {
    CustomerScreen screen =
        new CustomerScreen(
            thisComputer.displays(),
            context.counter().map(Counter::customerDisplay),
            stage::requestFocus);
    screen.follow(
        context.customer(),
        context.feed().stateProperty(),
        context.counter().map(Counter::customerLanguage),
        context.theme(),
        context.heartbeat());
    return screen;
  }

  private DeskWindow window(EngineApi engine, FxThread fx, EngineFeed feed) {
    Texts texts = new Texts(preferences.language());
    ObjectProperty<Theme> theme = new SimpleObjectProperty<>(preferences.theme());
    texts.languageProperty().addListener((_, _, now) -> preferences.language(now));
    theme.addListener((_, _, now) -> preferences.theme(now));
    ObjectProperty<Counter> counter = new SimpleObjectProperty<>(preferences.counter());
    counter.addListener((_, _, now) -> preferences.counter(now));
    return new DeskWindow(
        DeskScreens.all(),
        navigator ->
            new DeskContext(
                engine,
                Background.onVirtualThreads(fx),
                feed,
                texts,
                theme,
                counter,
                new SimpleObjectProperty<>(CustomerShow.IDLE),
                preferences,
                engineSwitch,
                navigator,
                new Moments(clock),
                Heartbeat.real(),
                nanoTime,
                thisComputer));
  }
}
