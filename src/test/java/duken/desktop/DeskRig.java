package duken.desktop;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.desktop.customer.CustomerShow;
import duken.desktop.kit.Theme;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.Heartbeat;
import duken.desktop.shell.Counter;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.DeskWindow;
import duken.desktop.shell.Destination;
import duken.desktop.shell.EngineFeed;
import duken.desktop.shell.Navigator;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * A whole window over the {@link PracticeEngine}, everything on one thread: what the engine is
 * asked is answered at once, time passes when told, and changes arrive with {@link #pump}. Use it
 * inside {@link FxRig#run}.
 */
public final class DeskRig implements AutoCloseable {

  public final TestTime time = new TestTime();
  public final PracticeEngine engine = new PracticeEngine(time);
  public final EngineFeed feed = new EngineFeed();
  public final Texts texts = new Texts(Language.RU);
  public final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  public final ObjectProperty<Counter> counter = new SimpleObjectProperty<>(Counter.FIRST);
  public final ObjectProperty<CustomerShow> customer =
      new SimpleObjectProperty<>(CustomerShow.IDLE);
  public final SampleComputer computer = new SampleComputer();
  public final DeskWindow window;
  public final Scene scene;

  /** Nanoseconds between the keys of a quick hand and of a scanner. */
  private static final long HAND = 30_000_000;

  private static final long SCANNER = 5_000_000;

  /** What the window asked its engine, {@code GoodsApi.byBarcode}, in order. */
  public final List<String> calls = new ArrayList<>();

  /** The same with what the engine was told. */
  final List<String> told = new ArrayList<>();

  private final EngineApi asked;
  private final Stage stage = new Stage();
  private final List<Runnable> beats = new ArrayList<>();
  private long cursor;
  private long keyTime;
  private int keysPressed;

  /** A window of this size, at the till. */
  public DeskRig(double width, double height) {
    this(width, height, null);
  }

  /** The same over another engine; null for the {@link PracticeEngine}. */
  public DeskRig(double width, double height, EngineApi other) {
    this(width, height, other, DeskScreens.all());
  }

  /** The same with other places, the first of them {@code till}. */
  public DeskRig(double width, double height, EngineApi other, List<Destination> places) {
    asked = RecordedEngine.of(other == null ? engine : other, calls, told);
    window = new DeskWindow(places, this::context);
    scene = new Scene(window.root(), width, height);
    window.attach(scene, () -> keyTime);
    stage.setScene(scene);
    stage.show();
    // Away from every button, so that none looks as if it were pointed at.
    new Robot().mouseMove(stage.getX() + width / 2, stage.getY() + 30);
    window.go("till");
    feed.returned(asked.state());
  }

  private DeskContext context(Navigator navigator) {
    return new DeskContext(
        asked,
        new Background(Runnable::run, Runnable::run),
        feed,
        texts,
        theme,
        counter,
        customer,
        new MemoryPreferences(),
        new SampleDoor(new SampleAdmin()),
        navigator,
        new Moments(time),
        heartbeat(),
        time::nanoTime,
        computer);
  }

  private Heartbeat heartbeat() {
    return beat -> {
      beats.add(beat);
      return () -> beats.remove(beat);
    };
  }

  /** Makes the inside of the window this large. */
  public DeskRig resize(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
    scene.getRoot().resize(width, height);
    return this;
  }

  /** Hands over what changed in the engine. */
  public DeskRig pump() {
    DeskJson.Changes changes = asked.changes(cursor, 0);
    cursor = changes.cursor();
    feed.stateTold(asked.state());
    changes.sales().forEach(feed::saleChanged);
    return this;
  }

  /** Time passes, and the countdowns notice. */
  public DeskRig pass(java.time.Duration duration) {
    time.pass(duration);
    List.copyOf(beats).forEach(Runnable::run);
    return this;
  }

  /** Presses keys, one after the other. */
  public DeskRig press(KeyCode... codes) {
    for (KeyCode code : codes) {
      press(code, false, false);
    }
    return this;
  }

  /** Presses a key together with Alt. */
  public DeskRig alt(KeyCode code) {
    press(code, true, false);
    return this;
  }

  /** Presses a key together with Ctrl. */
  public DeskRig ctrl(KeyCode code) {
    press(code, false, true);
    return this;
  }

  /** How many keys a hand has pressed. */
  public int keysPressed() {
    return keysPressed;
  }

  /** Types characters, as quick as a hand. */
  public DeskRig type(String text) {
    for (int i = 0; i < text.length(); i++) {
      keyTime += HAND;
      keysPressed++;
      fire(
          new KeyEvent(
              KeyEvent.KEY_TYPED,
              String.valueOf(text.charAt(i)),
              "",
              KeyCode.UNDEFINED,
              false,
              false,
              false,
              false));
    }
    return this;
  }

  /** Types as a scanner does, a key every few milliseconds, and ends with this key. */
  public DeskRig scan(String code, KeyCode end) {
    keyTime += 10 * HAND;
    for (int i = 0; i < code.length(); i++) {
      keyTime += SCANNER;
      KeyCode key = KeyCode.getKeyCode(code.substring(i, i + 1));
      fire(key == null ? KeyCode.UNDEFINED : key, code.substring(i, i + 1));
    }
    keyTime += SCANNER;
    fire(end, "\r");
    pump();
    keyTime += 10 * HAND;
    return this;
  }

  private void fire(KeyCode key, String typed) {
    fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false));
    fire(
        new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
    fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", key.getName(), key, false, false, false, false));
  }

  /** The sale that was created last. */
  public long lastSale() {
    return engine
        .sales()
        .list(new duken.api.SalesFilter(List.of(), null, null, null, 1, 0))
        .sales()
        .getFirst()
        .invoice()
        .id();
  }

  private void press(KeyCode code, boolean alt, boolean ctrl) {
    keyTime += HAND;
    keysPressed++;
    fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, ctrl, alt, false));
    fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, false, ctrl, alt, false));
    pump();
  }

  private void fire(KeyEvent event) {
    Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(), event);
  }

  @Override
  public void close() {
    stage.close();
    // The headless platform never lets go of a stage; without this of no scene either.
    stage.setScene(null);
  }
}
