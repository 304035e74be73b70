package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.api.reconcile.ReconcileJson.Fee;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.print.PaperPrinter;
import duken.desktop.reconcile.FeeTable;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shop's shifts on the left, the report of one on the right, what can be done below. */
public final class ShiftScreen implements Screen {

  /** Its name among the places of the window. */
  public static final String ID = "shift";

  /** How much of a long report a page key turns. */
  private static final double PAGE = 0.5;

  private final DeskContext context;
  private final Texts texts;
  private final ShiftViewModel model;
  private final ShiftActions actions;
  private final Hotkeys keys = new Hotkeys();
  private final ListView<ShiftJson.Row> list = new ListView<>();
  private final ReportPane report = ReportPane.screen();
  private final ScrollPane scroll = new ScrollPane();
  private final BorderPane node = new BorderPane();

  private Subscription subscription = Subscription.EMPTY;

  public ShiftScreen(DeskContext context) {
    this(context, PaperPrinter.system(), SaveSheet.Place.asked(context));
  }

  ShiftScreen(DeskContext context, PaperPrinter printer, SaveSheet.Place place) {
    this.context = context;
    this.texts = context.texts();
    model = new ShiftViewModel(context.engine()::shifts, context.background());
    actions = new ShiftActions(context, model, printer, place);
    list.setItems(model.all());
    list.accessibleTextProperty().bind(texts.of("shift.rail"));
    list.setId("shift-list");
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setFixedCellSize(72);
    list.setCellFactory(_ -> new ShiftCell(texts, context.moments()));
    list.accessibleTextProperty().bind(texts.of("shift.title"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> model.choose(row == null ? 0 : row.id()));
    model.all().addListener((ListChangeListener<ShiftJson.Row>) _ -> keepOneSelected());
    model.shown().subscribe(_ -> draw());
    texts.languageProperty().subscribe(_ -> draw());
    keys.on(Hotkeys.key(KeyCode.DOWN), () -> step(1));
    keys.on(Hotkeys.key(KeyCode.UP), () -> step(-1));
    keys.on(Hotkeys.key(KeyCode.PAGE_DOWN), () -> turn(PAGE));
    keys.on(Hotkeys.key(KeyCode.PAGE_UP), () -> turn(-PAGE));
    node.setTop(title());
    node.setCenter(new StackPane(panes(), notices()));
    node.setBottom(bar());
    node.getStyleClass().addAll("screen", "shifts");
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
            context.feed().onReturn(model::refresh), context.feed().onSale(_ -> model.refresh()));
    model.refresh();
    actions.cashDesk().refresh();
    (list.getItems().isEmpty() ? node : list).requestFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private void draw() {
    ShiftJson.Report shown = model.shown().get();
    report.show(shown == null ? null : actions.documents().report(shown));
    if (shown != null) {
      context
          .background()
          .ask(
              () -> context.engine().reconcile().shiftFees(shown.id()),
              fees -> show(shown, fees),
              _ -> {});
    }
  }

  /** Where the bank named what was paid from. */
  private void show(ShiftJson.Report shift, List<Fee> fees) {
    boolean named = fees.stream().anyMatch(fee -> !fee.source().isEmpty());
    if (named && shift.equals(model.shown().get())) {
      report.show(actions.documents().report(shift));
      report.add(FeeTable.of(texts, fees));
    }
  }

  private HBox title() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    texts.bind(title.textProperty(), "shift.title");
    Label intro = new Label();
    intro.getStyleClass().add("muted");
    intro.setWrapText(true);
    texts.bind(intro.textProperty(), "shift.intro");
    VBox words = new VBox(4, title, intro);
    KeyButton chart =
        button(Material2RoundAL.BAR_CHART, Hotkeys.alt(KeyCode.DIGIT1), "chart", actions::chart);
    chart.disableProperty().bind(model.shown().isNull());
    KeyButton reconcile =
        button(
            Material2RoundAL.ACCOUNT_BALANCE,
            Hotkeys.alt(KeyCode.DIGIT3),
            "reconcile",
            this::reconcile);
    reconcile.disableProperty().bind(model.shown().isNull());
    HBox.setHgrow(words, Priority.ALWAYS);
    KeyButton cash =
        button(Material2RoundMZ.PAYMENTS, Hotkeys.alt(KeyCode.DIGIT2), "cash", actions::cash);
    showing(cash, actions.cashDesk().on());
    HBox head = new HBox(16, words, cash, chart, reconcile);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("screen-head");
    return head;
  }

  private void reconcile() {
    context.navigator().go("reconcile", Long.toString(model.shown().get().id()));
  }

  private HBox panes() {
    StackPane left = new StackPane(list);
    left.getStyleClass().add("list-card");
    left.setMinWidth(330);
    left.setPrefWidth(330);
    scroll.setContent(report);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    VBox card = new VBox(scroll);
    card.getStyleClass().add("card");
    card.setMinWidth(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox panes = new HBox(12, left, card);
    panes.setFillHeight(true);
    panes.setAlignment(Pos.TOP_LEFT);
    panes.visibleProperty().bind(Bindings.isNotEmpty(model.all()));
    return panes;
  }

  private Node notices() {
    BooleanBinding empty = Bindings.isEmpty(model.all());
    EmptyState none =
        new EmptyState(texts, Material2RoundMZ.TODAY, "shift.empty.title", "shift.empty.hint");
    none.visibleProperty().bind(empty.and(model.known()).and(model.problem().isNull()));
    Label words = new Label();
    words.setWrapText(true);
    words.textProperty().bind(model.problem().map(e -> Message.of(e).text(texts)).orElse(""));
    KeyButton again = button(Material2RoundMZ.REFRESH, KeyCode.F5, "again", model::refresh);
    again.setMaxWidth(300);
    EmptyState problem =
        new EmptyState(texts, Material2RoundAL.CLOUD_OFF, "shift.problem.title")
            .with(words)
            .with(again);
    problem.visibleProperty().bind(empty.and(model.problem().isNotNull()));
    StackPane layer = new StackPane(none, problem);
    layer.setPickOnBounds(false);
    return layer;
  }

  private HBox bar() {
    BooleanBinding open =
        Bindings.createBooleanBinding(
            () -> model.current().get() != null && model.current().get().isOpen(), model.current());
    KeyButton back =
        button(
            Material2RoundAL.ARROW_BACK,
            KeyCode.ESCAPE,
            "back",
            () -> context.navigator().go("till"));
    KeyButton print = button(Material2RoundMZ.PRINT, KeyCode.F3, "print", actions::print);
    KeyButton save = button(Material2RoundMZ.SAVE_ALT, KeyCode.F10, "save", actions::save);
    KeyButton owner = button(Material2RoundMZ.QR_CODE, KeyCode.F12, "owner", actions::tellOwner);
    for (KeyButton each : new KeyButton[] {print, save, owner}) {
      each.disableProperty().bind(model.shown().isNull());
    }
    KeyButton close =
        button(Material2RoundAL.LOCK, KeyCode.F4, "close", actions::close).styled("primary");
    KeyButton begin =
        button(Material2RoundMZ.PLAY_ARROW, KeyCode.ENTER, "open", actions::open).styled("primary");
    showing(close, open);
    showing(begin, open.not().and(model.known()));
    close.disableProperty().bind(model.busy());
    begin.disableProperty().bind(model.busy());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(10, back, gap, print, save, owner, close, begin);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private KeyButton button(Ikon icon, KeyCode code, String word, Runnable action) {
    return button(icon, Hotkeys.key(code), word, action);
  }

  private KeyButton button(Ikon icon, KeyCombination key, String word, Runnable action) {
    KeyButton button =
        new KeyButton(icon, key, action).captioned(texts, "shift.action." + word).wire(keys, key);
    button.setId("shift-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static void showing(KeyButton button, javafx.beans.value.ObservableBooleanValue when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }

  private boolean step(int by) {
    int to = list.getSelectionModel().getSelectedIndex() + by;
    if (to >= 0 && to < list.getItems().size()) {
      list.getSelectionModel().select(to);
      list.scrollTo(to);
    }
    return true;
  }

  private boolean turn(double by) {
    scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
    return true;
  }

  private void keepOneSelected() {
    ShiftJson.Report shown = model.shown().get();
    if (list.getItems().isEmpty()) {
      return;
    }
    list.getItems().stream()
        .filter(row -> shown != null && row.id() == shown.id())
        .findFirst()
        .ifPresentOrElse(
            list.getSelectionModel()::select, () -> list.getSelectionModel().selectFirst());
  }
}
