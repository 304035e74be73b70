package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson;
import duken.api.reconcile.ReconcileJson.Line;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.format.Moments;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * A day of the bank beside the books: which day above, its lines below, and what to do about one.
 */
public final class ReconcileScreen implements Screen {

  /** Its name among the places of the window. */
  public static final String ID = "reconcile";

  /** Beats between two looks at a reading that goes on. */
  private static final int BEATS = 4;

  private final DeskContext context;
  private final Texts texts;
  private final ReconcileViewModel model;
  private final LineActions actions;
  private final ReconcileFile file;
  private final Hotkeys keys = new Hotkeys();
  private final ListView<Line> list = new ListView<>();
  private final LineCard card;
  private final BorderPane node = new BorderPane();

  private Subscription subscription = Subscription.EMPTY;
  private int beats;
  private Line chosen;
  private int chosenAt;

  public ReconcileScreen(DeskContext context) {
    this(context, ReconcileFile.asked(context));
  }

  ReconcileScreen(DeskContext context, ReconcileFile file) {
    this.context = context;
    this.texts = context.texts();
    this.file = file;
    model = new ReconcileViewModel(context.engine()::reconcile, context.background());
    actions = new LineActions(context, model, this::focus);
    card = new LineCard(context, keys, actions, model.busy());
    list.setItems(model.shown());
    list.setId("reconcile-list");
    list.accessibleTextProperty().bind(texts.of("reconcile.title"));
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setFixedCellSize(68);
    list.setCellFactory(_ -> new BankLineCell(texts, context.moments()));
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    model.shown().addListener((ListChangeListener<Line>) _ -> keepOneSelected());
    keys.on(Hotkeys.key(KeyCode.DOWN), () -> stepLine(1));
    keys.on(Hotkeys.key(KeyCode.UP), () -> stepLine(-1));
    node.setTop(new VBox(10, title(), new FilterRow(texts, keys, model)));
    node.setCenter(new StackPane(panes(), notices()));
    node.setBottom(new ReconcileBar(context, keys, model, actions, this::save, this::focus).bar());
    node.getStyleClass().addAll("screen", "reconcile");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    subscription =
        Subscription.combine(
            context.feed().onReturn(model::refresh),
            context.feed().onSale(_ -> model.refresh()),
            context.heartbeat().listen(this::beat));
    model.refresh();
    focus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  /** Shows the hours of a shift. */
  @Override
  public void open(String shift) {
    model.shift(Long.parseLong(shift));
  }

  /** A list that does not show cannot have the focus. */
  private void focus() {
    (model.shown().isEmpty() ? node : list).requestFocus();
  }

  private void beat() {
    if (++beats % BEATS == 0) {
      model.beat();
    }
  }

  private HBox title() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::heading, model.day(), model.result(), texts.languageProperty()));
    Label intro = new Label();
    intro.getStyleClass().add("muted");
    intro.setWrapText(true);
    texts.bind(intro.textProperty(), "reconcile.boundary");
    VBox words = new VBox(4, title, intro);
    HBox.setHgrow(words, Priority.ALWAYS);
    KeyButton before =
        button(Material2RoundAL.CHEVRON_LEFT, KeyCode.LEFT, "day_before", () -> model.step(-1));
    KeyButton after =
        button(Material2RoundAL.CHEVRON_RIGHT, KeyCode.RIGHT, "day_after", () -> model.step(1));
    HBox head = new HBox(12, words, before, after);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("screen-head");
    return head;
  }

  private String heading() {
    ReconcileJson.Result result = model.result().get();
    if (model.shiftId() != null && result != null) {
      return texts.get(
          "reconcile.heading", texts.get("shift.numbered", result.run().span().shiftNumber()));
    }
    return model.day().get() == null
        ? texts.get("reconcile.title")
        : texts.get("reconcile.heading", Moments.date(model.day().get()));
  }

  private HBox panes() {
    StackPane left = new StackPane(list);
    left.getStyleClass().add("list-card");
    left.setMinWidth(470);
    left.setPrefWidth(470);
    card.setMinWidth(0);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox panes = new HBox(12, left, card);
    panes.setFillHeight(true);
    panes.setAlignment(Pos.TOP_LEFT);
    panes.visibleProperty().bind(Bindings.isNotEmpty(model.shown()));
    return panes;
  }

  private Node notices() {
    BooleanBinding empty = Bindings.isEmpty(model.shown());
    Label words = new Label();
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.problem().get() == null
                        ? texts.get(standing())
                        : Message.of(model.problem().get()).text(texts),
                model.problem(),
                model.result(),
                model.overview(),
                model.filterProperty(),
                texts.languageProperty()));
    words.setId("reconcile-standing");
    words.getStyleClass().add("empty-title");
    EmptyState state =
        new EmptyState(texts, Material2RoundAL.ACCOUNT_BALANCE, "reconcile.empty.hint").with(words);
    state.visibleProperty().bind(empty);
    StackPane layer = new StackPane(state);
    layer.setPickOnBounds(false);
    return layer;
  }

  /** Why no line shows. */
  private String standing() {
    ReconcileJson.Result result = model.result().get();
    if (model.overview().get() == null) {
      return "reconcile.empty.asking";
    }
    if (model.provider().isEmpty()) {
      return "reconcile.empty.no_list";
    }
    if (result == null) {
      return "reconcile.empty.never";
    }
    return switch (result.run().progress().state()) {
      case "running" -> "reconcile.empty.reading";
      case "done" ->
          result.lines().isEmpty()
              ? "reconcile.empty.nothing"
              : model.filterProperty().get() == LineFilter.OPEN
                  ? "reconcile.empty.all_well"
                  : "reconcile.empty.none_of_kind";
      case "failed" -> "reconcile.empty.failed";
      default -> "reconcile.empty.stopped";
    };
  }

  private void save() {
    ReconcileJson.Result result = model.result().get();
    if (result != null) {
      ReconcileDocuments documents = new ReconcileDocuments(texts, context.moments());
      file.save(
          texts.get("reconcile.save.name", documents.name(result.run())),
          documents.document(result));
    }
  }

  private KeyButton button(Ikon icon, KeyCode code, String word, Runnable action) {
    KeyButton button =
        new KeyButton(icon, Hotkeys.key(code), action)
            .captioned(texts, "reconcile.action." + word)
            .wire(keys, Hotkeys.key(code));
    button.setId("reconcile-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private boolean stepLine(int by) {
    int to = list.getSelectionModel().getSelectedIndex() + by;
    if (to >= 0 && to < list.getItems().size()) {
      list.getSelectionModel().select(to);
      list.scrollTo(to);
    }
    return true;
  }

  /** The same line where it is still there, else the one that has taken its place. */
  private void keepOneSelected() {
    List<Line> now = model.shown();
    if (now.isEmpty()) {
      card.show(null);
      return;
    }
    int same =
        IntStream.range(0, now.size())
            .filter(i -> LineWords.isSame(now.get(i), chosen))
            .findFirst()
            .orElse(Math.clamp(chosenAt, 0, now.size() - 1));
    list.getSelectionModel().clearAndSelect(same);
    choose(now.get(same));
  }

  private void choose(Line line) {
    if (line != null) {
      chosen = line;
      chosenAt = Math.max(0, model.shown().indexOf(line));
      card.show(line);
    }
  }
}
