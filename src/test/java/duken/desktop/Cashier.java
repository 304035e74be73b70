package duken.desktop;

import static org.awaitility.Awaitility.await;

import duken.api.EngineApi;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.EngineSwitch;
import duken.desktop.shell.ThisComputer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;

/** Somebody at a real window: presses keys, clicks, and reads what stands there. */
public final class Cashier implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  static {
    System.setProperty("testfx.robot", "glass");
  }

  public final MemoryPreferences preferences;

  private final FxRobot robot = new FxRobot();
  private final EngineApi engine;
  private final DeskApp app;
  private final Stage stage;

  /** Opens a window over this engine. */
  public Cashier(EngineApi engine) {
    this(engine, new MemoryPreferences());
  }

  /** The same on a PC that remembers something. */
  public Cashier(EngineApi engine, MemoryPreferences preferences) {
    this(engine, preferences, EngineSwitch.SHUT);
  }

  /** The same with a door to its engine. */
  public Cashier(EngineApi engine, MemoryPreferences preferences, EngineSwitch engineSwitch) {
    this(engine, preferences, engineSwitch, Clock.system(ZoneId.of("Asia/Almaty")));
  }

  /** The same with another clock on the wall. */
  public Cashier(
      EngineApi engine, MemoryPreferences preferences, EngineSwitch engineSwitch, Clock clock) {
    this(engine, preferences, engineSwitch, ThisComputer.UNKNOWN, clock);
  }

  /** The same in a program that knows something of its computer. */
  public Cashier(
      EngineApi engine,
      MemoryPreferences preferences,
      EngineSwitch engineSwitch,
      ThisComputer computer,
      Clock clock) {
    this.engine = engine;
    this.preferences = preferences;
    app =
        new DeskApp(engine, preferences, engineSwitch, computer, clock, System::nanoTime, () -> {});
    stage =
        FxRig.get(
            () -> {
              Stage fresh = new Stage();
              app.openOn(fresh);
              fresh.setMaximized(false);
              return fresh;
            });
    attend();
  }

  /** The window works with another engine from now on; whoever gave it closes it. */
  public void workWith(EngineApi other) {
    app.workWith(other);
  }

  /** Types characters. */
  public Cashier type(String text) {
    attend();
    robot.write(text, 0);
    return this;
  }

  /** Presses keys, one after the other. */
  public Cashier press(KeyCode... keys) {
    attend();
    for (KeyCode key : keys) {
      robot.type(key);
    }
    return this;
  }

  /** Presses a key while another is held. */
  public Cashier chord(KeyCode held, KeyCode key) {
    attend();
    robot.press(held).type(key).release(held);
    return this;
  }

  /** Clicks on a word. */
  public Cashier click(String word) {
    sees(word);
    robot.clickOn(nodes(word).getFirst());
    return this;
  }

  /** Clicks on what has this id, once it shows. */
  public Cashier clickAt(String id) {
    await("to see #" + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> FxRig.get(() -> scene().lookup("#" + id)) != null);
    robot.clickOn(scene().lookup("#" + id));
    return this;
  }

  /** Waits until what has this id has the focus too, so that no key is lost. */
  public Cashier isAt(String id) {
    await("the focus at " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                FxRig.get(
                    () ->
                        scene().getFocusOwner() != null
                            && id.equals(scene().getFocusOwner().getId())));
    return this;
  }

  /** Waits until these words stand in the window. */
  public Cashier sees(String... words) {
    for (String word : words) {
      try {
        await("to see: " + word)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> !nodes(word).isEmpty());
      } catch (ConditionTimeoutException e) {
        throw new AssertionError("not to be seen: " + word + ", but: " + words(), e);
      }
    }
    return this;
  }

  /** Waits until this stands there no longer. */
  public Cashier seesNoMore(String word) {
    await("to see no more: " + word)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> nodes(word).isEmpty());
    return this;
  }

  /** All words that stand in the window now. */
  public List<String> words() {
    return FxRig.get(
        () -> {
          List<Text> found = new ArrayList<>();
          look(scene().getRoot(), found);
          return found.stream().map(text -> plain(text.getText())).toList();
        });
  }

  /** Keys go to the window that has the focus: a window of the test before may still have it. */
  private void attend() {
    FxRig.run(stage::requestFocus);
    await("the window's focus").atMost(PATIENCE).until(() -> FxRig.get(stage::isFocused));
  }

  /** The window's scene. */
  public Scene scene() {
    return stage.getScene();
  }

  private List<Text> nodes(String word) {
    return FxRig.get(
        () -> {
          List<Text> found = new ArrayList<>();
          look(scene().getRoot(), found);
          return found.stream().filter(text -> plain(text.getText()).contains(word)).toList();
        });
  }

  /** The sentence with ordinary spaces. */
  private static String plain(String text) {
    return text.replace(Sums.SPACE, ' ');
  }

  private static void look(Node node, List<Text> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      found.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
    }
  }

  @Override
  public void close() {
    FxRig.run(stage::close);
    engine.close();
  }
}
