package duken.desktop.ways;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * All ways side by side, or one of them, and below both the mode of the till. A way's pane is made
 * when it is first opened and has keys of its own.
 */
public final class WaysPane extends VBox {

  /** With Ctrl, after the two of the mode; a scanner types digits without it. */
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7
  };

  private static final int COLUMNS = 2;

  private final DeskContext context;
  private final List<Way> ways;
  private final WaysViewModel model;
  private final Map<String, WayPane> panes = new HashMap<>();
  private final Map<String, Hotkeys> paneKeys = new HashMap<>();
  private final Map<String, WayCard> cards = new HashMap<>();
  private final VBox choice = new VBox(12);
  private final KeyButton others;
  private final VBox place = new VBox(14);
  private final BooleanProperty atRest = new SimpleBooleanProperty(true);
  private Subscription subscription = Subscription.EMPTY;
  private Subscription rest = Subscription.EMPTY;
  private boolean shows;

  /**
   * The pane.
   *
   * @param keys of the section; those of the open way go first
   * @param ways in the order in which they are offered, at most five
   * @param below makes what lies below while nothing is half-way, told whether the shop is
   *     connected with any of them
   */
  public WaysPane(
      DeskContext context,
      Hotkeys keys,
      List<Way> ways,
      Function<ObservableValue<Boolean>, Node> below) {
    this.context = context;
    this.ways = List.copyOf(ways);
    model =
        new WaysViewModel(
            context.engine(), context.background(), ways.stream().map(Way::provider).toList());
    keys.firstOf(() -> paneKeys.get(model.openProperty().get()));
    others =
        KeyButton.of(
            context.texts(),
            "ways.others",
            Material2RoundAL.ARROW_BACK,
            Hotkeys.key(KeyCode.F3),
            keys,
            model::choose);
    others.setId("ways-others");
    others.setMaxWidth(USE_PREF_SIZE);
    Label intro = new WrappedLabel("section-words");
    context.texts().bind(intro.textProperty(), "ways.intro");
    choice.getChildren().addAll(intro, grid(keys));
    choice.setFocusTraversable(true);
    Node mode = below.apply(model.connectedProperty());
    mode.visibleProperty().bind(atRest);
    mode.managedProperty().bind(atRest);
    setSpacing(16);
    getChildren().addAll(place, mode);
    model.rowsProperty().subscribe(_ -> showRows());
    model.openProperty().subscribe(this::show);
    context.feed().stateProperty().addListener(_ -> refreshWhileShown());
  }

  public void shown() {
    shows = true;
    subscription = context.heartbeat().listen(model::beat);
    model.shown();
    opened();
  }

  /** It does not show any more. */
  public void hidden() {
    shows = false;
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    WayPane open = panes.get(model.openProperty().get());
    if (open != null) {
      open.hidden();
    }
  }

  private GridPane grid(Hotkeys keys) {
    GridPane grid = new GridPane(12, 12);
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      WayCard card =
          new WayCard(
              context.texts(),
              way,
              Hotkeys.ctrl(DIGITS[i]),
              keys,
              () -> model.open(way.provider()));
      cards.put(way.provider(), card);
      grid.add(card, i % COLUMNS, i / COLUMNS);
    }
    return grid;
  }

  private void showRows() {
    cards.forEach((provider, card) -> card.show(model.row(provider)));
  }

  private void refreshWhileShown() {
    if (shows) {
      model.refresh();
    }
  }

  private void show(String provider) {
    if (shows) {
      panes.values().stream()
          .filter(pane -> place.getChildren().contains(pane.node()))
          .forEach(WayPane::hidden);
    }
    rest.unsubscribe();
    rest = Subscription.EMPTY;
    if (provider == null) {
      atRest.set(true);
      place.getChildren().setAll(choice);
    } else {
      WayPane pane = pane(provider);
      rest = pane.atRest().subscribe(atRest::set);
      place.getChildren().setAll(others, pane.node());
    }
    if (shows) {
      opened();
    }
  }

  private void opened() {
    WayPane open = panes.get(model.openProperty().get());
    // What was only just put in its place has no skin yet, and takes no focus.
    place.applyCss();
    place.layout();
    if (open == null) {
      choice.requestFocus();
    } else {
      open.shown();
    }
  }

  private WayPane pane(String provider) {
    return panes.computeIfAbsent(
        provider,
        name ->
            ways.stream()
                .filter(way -> way.provider().equals(name))
                .findFirst()
                .orElseThrow()
                .pane()
                .apply(paneKeys.computeIfAbsent(name, _ -> new Hotkeys())));
  }
}
