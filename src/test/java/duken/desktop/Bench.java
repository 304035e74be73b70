package duken.desktop;

import duken.api.DeskJson;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Theme;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.EngineFeed;
import duken.desktop.shell.EngineSwitch;
import duken.desktop.shell.Navigator;
import duken.desktop.shell.ThisComputer;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/**
 * What a view-model needs, without any window: everything on the test's own thread. Work in the
 * background is done at once, unless it is told to wait.
 */
public final class Bench {

  public final TestTime time = new TestTime();
  public final PracticeEngine engine = new PracticeEngine(time);
  public final EngineFeed feed = new EngineFeed();
  public final Texts texts = new Texts(Language.RU);
  public final List<String> said = new ArrayList<>();
  public final DeskContext context;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Runnable> beats = new ArrayList<>();
  private boolean holds;
  private long cursor;

  public Bench() {
    context =
        new DeskContext(
            engine,
            new Background(this::execute, Runnable::run),
            feed,
            texts,
            new SimpleObjectProperty<>(Theme.LIGHT),
            new SimpleObjectProperty<>(duken.desktop.shell.Counter.FIRST),
            new SimpleObjectProperty<>(duken.desktop.customer.CustomerShow.IDLE),
            new MemoryPreferences(),
            EngineSwitch.SHUT,
            new Ears(),
            new Moments(time),
            beat -> {
              beats.add(beat);
              return () -> beats.remove(beat);
            },
            time::nanoTime,
            ThisComputer.UNKNOWN);
  }

  /** Background work waits from now on. */
  public Bench hold() {
    holds = true;
    return this;
  }

  /** Does what waited, and waits no more. */
  public Bench release() {
    holds = false;
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
    return this;
  }

  /** Hands over what changed in the engine. */
  public Bench pump() {
    DeskJson.Changes changes = engine.changes(cursor, 0);
    cursor = changes.cursor();
    feed.stateTold(engine.state());
    changes.sales().forEach(feed::saleChanged);
    return this;
  }

  /** Time passes, and the countdowns notice. */
  public Bench pass(Duration duration) {
    time.pass(duration);
    List.copyOf(beats).forEach(Runnable::run);
    return this;
  }

  /** How many listen to the heartbeat. */
  public int beating() {
    return beats.size();
  }

  private void execute(Runnable work) {
    if (holds) {
      waiting.add(work);
    } else {
      work.run();
    }
  }

  private final class Ears implements Navigator {

    @Override
    public void follow(StaffJson.Roster roster) {}

    @Override
    public void go(String destinationId) {
      said.add("go " + destinationId);
    }

    @Override
    public void go(String destinationId, String part) {
      said.add("go " + destinationId + " " + part);
    }

    @Override
    public void showSale(long invoiceId) {
      said.add("sale " + invoiceId);
    }

    @Override
    public void say(Message message) {
      said.add(message.text(context.texts()));
    }

    @Override
    public void open(Sheet sheet) {}

    @Override
    public void closeSheet() {}

    @Override
    public void cover(Node node, Hotkeys keys) {}

    @Override
    public void uncover() {}
  }
}
