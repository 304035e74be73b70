package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
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
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Payments that need attention: the list on the left, on the right what to do about one. */
public final class AnomaliesScreen implements Screen {

  private final DeskContext context;
  private final Texts texts;
  private final AnomaliesViewModel model;
  private final Hotkeys keys = new Hotkeys();
  private final ListView<AnomalyJson> list = new ListView<>();
  private final AnomalyCard card;
  private final BorderPane node = new BorderPane();

  private Subscription subscription = Subscription.EMPTY;

  public AnomaliesScreen(DeskContext context) {
    this.context = context;
    this.texts = context.texts();
    model = new AnomaliesViewModel(context.engine(), context.background());
    card =
        new AnomalyCard(
            context, keys, new AnomalyDecision(context, model, model::refresh), model.busy());
    list.setItems(model.open());
    list.accessibleTextProperty().bind(texts.of("anomalies.rail"));
    list.setId("anomalies-list");
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setFixedCellSize(76);
    list.setCellFactory(_ -> new AnomalyCell(texts, context.moments(), context.feed()::isTraining));
    list.getSelectionModel().selectedItemProperty().subscribe(card::show);
    model.open().addListener((ListChangeListener<AnomalyJson>) _ -> keepOneSelected());
    node.setTop(title());
    node.setCenter(new StackPane(panes(), notices()));
    node.setBottom(bar());
    node.getStyleClass().addAll("screen", "anomalies");
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
            context.feed().stateProperty().subscribe((old, now) -> model.refresh()));
    model.refresh();
    list.requestFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private VBox title() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    texts.bind(title.textProperty(), "anomalies.title");
    Label intro = new Label();
    intro.getStyleClass().add("muted");
    intro.setWrapText(true);
    texts.bind(intro.textProperty(), "anomalies.intro");
    VBox words = new VBox(4, title, intro);
    words.getStyleClass().add("screen-head");
    return words;
  }

  private HBox panes() {
    StackPane left = new StackPane(list);
    left.getStyleClass().add("list-card");
    left.setMinWidth(460);
    left.setPrefWidth(460);
    card.setMinWidth(0);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox panes = new HBox(12, left, card);
    panes.setFillHeight(true);
    panes.setAlignment(Pos.TOP_LEFT);
    panes.visibleProperty().bind(Bindings.isNotEmpty(model.open()));
    return panes;
  }

  private Node notices() {
    BooleanBinding empty = Bindings.isEmpty(model.open());
    EmptyState well =
        new EmptyState(
            texts, Material2RoundAL.CHECK_CIRCLE, "anomalies.empty.title", "anomalies.empty.hint");
    well.visibleProperty().bind(empty.and(model.known()).and(model.problem().isNull()));
    Label words = new Label();
    words.textProperty().bind(model.problem().map(e -> Message.of(e).text(texts)).orElse(""));
    KeyButton again =
        new KeyButton(Material2RoundMZ.REFRESH, Hotkeys.key(KeyCode.F5), model::refresh)
            .captioned(texts, "anomalies.action.again")
            .wire(keys, Hotkeys.key(KeyCode.F5));
    again.setMaxWidth(300);
    EmptyState problem =
        new EmptyState(texts, Material2RoundAL.CLOUD_OFF, "anomalies.problem.title")
            .with(words)
            .with(again);
    problem.visibleProperty().bind(empty.and(model.problem().isNotNull()));
    StackPane layer = new StackPane(well, problem);
    layer.setPickOnBounds(false);
    return layer;
  }

  private HBox bar() {
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                () -> context.navigator().go("till"))
            .captioned(texts, "anomalies.action.back")
            .wire(keys, Hotkeys.key(KeyCode.ESCAPE));
    KeyButton open =
        new KeyButton(Material2RoundAL.LAUNCH, Hotkeys.key(KeyCode.ENTER), this::openInvoice)
            .captioned(texts, "anomalies.action.open")
            .wire(keys, Hotkeys.key(KeyCode.ENTER));
    open.visibleProperty().bind(Bindings.isNotEmpty(model.open()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    for (KeyButton button : new KeyButton[] {back, open}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox bar = new HBox(12, back, gap, open);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private void openInvoice() {
    if (card.shown() != null && card.shown().order().orderCode() != null) {
      context.navigator().go("orders", card.shown().order().orderCode());
    } else if (card.shown() != null) {
      context.navigator().showSale(card.shown().invoiceId());
    }
  }

  private void keepOneSelected() {
    if (list.getSelectionModel().isEmpty() && !model.open().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }
}
