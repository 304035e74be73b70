package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Stranger;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyNames;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * A calm line about money that no invoice asked for: it asks while the till shows, and pressing it
 * asks whose the money is.
 */
public final class StrangerLine extends Button {

  private static final KeyCombination KEY = Hotkeys.ctrl(KeyCode.B);

  /** Beats between two looks: the engine knows by itself when to ask the bank. */
  private static final int BEATS = 40;

  private static final double HEIGHT = 46;

  private final DeskContext context;
  private final Texts texts;
  private final Runnable focus;

  private List<Stranger> waiting = List.of();
  private Subscription subscription = Subscription.EMPTY;
  private int beats;

  /**
   * A line that shows nothing yet.
   *
   * @param keys where its key goes
   * @param focus gives the focus back once a sheet has gone
   */
  public StrangerLine(DeskContext context, Hotkeys keys, Runnable focus) {
    this.context = context;
    this.texts = context.texts();
    this.focus = focus;
    setId("stranger");
    setGraphic(Icons.of(Material2RoundAL.ACCOUNT_BALANCE, 20));
    getStyleClass().add("banner");
    Tone.CAREFUL.paint(this);
    setFocusTraversable(false);
    setWrapText(true);
    setPadding(new Insets(10, 16, 10, 16));
    setMinHeight(HEIGHT);
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(Double.MAX_VALUE);
    managedProperty().bind(visibleProperty());
    accessibleTextProperty().bind(textProperty());
    setOnAction(_ -> open());
    keys.press(KEY, this);
    texts.languageProperty().subscribe(_ -> draw());
    draw();
  }

  /** Asks from now on. */
  public void follow() {
    subscription =
        Subscription.combine(
            context.heartbeat().listen(this::beat), context.feed().onReturn(this::ask));
    ask();
  }

  /** Asks no more. */
  public void release() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private void beat() {
    if (++beats % BEATS == 0) {
      ask();
    }
  }

  private void ask() {
    context.background().ask(() -> context.engine().reconcile().strangers(), this::told, _ -> {});
  }

  private void told(List<Stranger> now) {
    if (!now.equals(waiting)) {
      waiting = now;
      draw();
    }
  }

  private void draw() {
    setVisible(!waiting.isEmpty());
    if (waiting.isEmpty()) {
      setText("");
      return;
    }
    Stranger first = waiting.getFirst();
    String words =
        texts.get(
            first.payer() == null ? "reconcile.stranger.unnamed" : "reconcile.stranger.line",
            Sums.format(first.amount()),
            context.moments().time(first.at()),
            first.payer());
    String more =
        waiting.size() == 1 ? "" : " " + texts.get("reconcile.stranger.more", waiting.size() - 1);
    setText(words + more + "  [" + KeyNames.of(KEY) + "]");
  }

  private void open() {
    if (!waiting.isEmpty()) {
      new StrangerSheet(context, this::ask, focus).open(waiting.getFirst());
    }
  }
}
