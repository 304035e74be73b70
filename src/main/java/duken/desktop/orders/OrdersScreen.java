package duken.desktop.orders;

import duken.api.DeskJson;
import duken.api.orders.OrderJson;
import duken.api.orders.OrdersJson;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.print.PaperPrinter;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Orders of the shop on kaspi.kz: the list on the left, one order on the right. */
public final class OrdersScreen implements Screen {

  /** How others name this place. */
  public static final String ID = "orders";

  private static final double ROW = 72;
  private static final double LIST = 430;

  /** Heartbeats come four times a second; an import is looked at every second, ages each minute. */
  private static final int BEATS_OF_A_SECOND = 4;

  private static final int BEATS_OF_A_MINUTE = 240;

  private final DeskContext context;
  private final Texts texts;
  private final OrdersViewModel model;
  private final Hotkeys keys = new Hotkeys();
  private final ListView<OrderJson> list = new ListView<>();
  private final OrderFilters filters;
  private final OrderBanner banner;
  private final OrderCard card;
  private final PickingSlip slip;
  private final ConnectionSheet connecting;
  private final BorderPane node = new BorderPane();
  private final StackPane notices = new StackPane();
  private Subscription subscription = Subscription.EMPTY;
  private int beats;

  /** The order that is looked at, also while the list is read anew. */
  private String chosen;

  public OrdersScreen(DeskContext context) {
    this(context, PaperPrinter.system());
  }

  OrdersScreen(DeskContext context, PaperPrinter printer) {
    this.context = context;
    texts = context.texts();
    model = new OrdersViewModel(context.engine(), context.background(), context.moments()::now);
    filters = new OrderFilters(model, texts, keys);
    banner = new OrderBanner(texts, keys, model::stop);
    card = new OrderCard(context, model, new OrderSteps(context, model, list::requestFocus), keys);
    slip = new PickingSlip(context, printer);
    connecting = new ConnectionSheet(context, model::look, list::requestFocus);
    list.setItems(model.orders());
    list.accessibleTextProperty().bind(texts.of("orders.title"));
    list.setId("orders-list");
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new OrderCell(texts, context.moments()));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            order -> {
              if (order != null) {
                chosen = order.id();
              }
              card.show(order);
            });
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            at -> {
              if (at.intValue() >= model.orders().size() - 10) {
                model.loadMore();
              }
            });
    model.orders().addListener((ListChangeListener<OrderJson>) _ -> keepOneSelected());
    model.standing().subscribe(banner::show);
    model.standing().subscribe(_ -> notice());
    model.known().subscribe(_ -> notice());
    model.problem().subscribe(_ -> notice());
    node.setTop(new VBox(8, title(), banner, filters));
    node.setCenter(new StackPane(panes(), notices));
    node.setBottom(bar());
    node.getStyleClass().addAll("screen", "orders");
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
            context.feed().onReturn(model::look),
            context.feed().stateProperty().subscribe((_, now) -> told(now)),
            context.heartbeat().listen(this::beat));
    told(context.feed().stateProperty().get());
    model.reload();
    list.requestFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  /** Shows the order with this number. */
  @Override
  public void open(String code) {
    model.state().set(null);
    filters.find(code);
  }

  private void told(DeskJson.State state) {
    if (state != null && state.orders() != null) {
      model.told(state.orders());
    }
  }

  private void beat() {
    beats++;
    OrdersJson.Standing now = model.standing().get();
    boolean running =
        now != null && now.progress() != null && "running".equals(now.progress().state());
    if (running && beats % BEATS_OF_A_SECOND == 0) {
      model.look();
    }
    if (beats % BEATS_OF_A_MINUTE == 0) {
      list.refresh();
      card.paint();
    }
  }

  private HBox title() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    texts.bind(title.textProperty(), "orders.title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(title);
  }

  private HBox panes() {
    StackPane left = new StackPane(list);
    left.getStyleClass().add("list-card");
    left.setMinWidth(LIST);
    left.setPrefWidth(LIST);
    ScrollPane right = new ScrollPane(card);
    right.setFitToWidth(true);
    right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    right.getStyleClass().addAll("edge-to-edge", "plain-scroll");
    right.setFocusTraversable(false);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox panes = new HBox(12, left, right);
    panes.setFillHeight(true);
    return panes;
  }

  private FlowPane bar() {
    FlowPane bar =
        new FlowPane(
            10,
            10,
            button("back", Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), this::back),
            button("refresh", Material2RoundMZ.REFRESH, Hotkeys.key(KeyCode.F5), model::refresh),
            button("older", Material2RoundAL.HISTORY, Hotkeys.key(KeyCode.F3), model::fetchOlder),
            button("connection", Material2RoundAL.LINK, Hotkeys.key(KeyCode.F4), this::connect),
            new SoundButton(context, keys, OrderChime::play).button());
    card.offer(
        button("buyer", Material2RoundMZ.PERSON, Hotkeys.ctrl(KeyCode.B), card::showBuyer),
        button("print", Material2RoundMZ.PRINT, Hotkeys.ctrl(KeyCode.P), this::print));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private KeyButton button(String word, Ikon icon, KeyCombination key, Runnable action) {
    KeyButton button =
        new KeyButton(icon, key, action).captioned(texts, "orders.action." + word).wire(keys, key);
    button.setId("orders-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void back() {
    if (filters.clearSearch()) {
      list.requestFocus();
    } else {
      context.navigator().go("till");
    }
  }

  private void connect() {
    if (context.feed().isTraining()) {
      context.navigator().say(Message.of(Tone.PLAIN, "orders.training.hint"));
    } else {
      connecting.open(model.standing().get());
    }
  }

  private void print() {
    if (card.shown() != null) {
      slip.open(card.shown());
    }
  }

  /** What an empty list means. */
  private void notice() {
    notices.getChildren().clear();
    notices.setPickOnBounds(false);
    if (!model.orders().isEmpty()) {
      return;
    }
    OrdersJson.Standing now = model.standing().get();
    if (model.problem().get() != null) {
      Label words = new Label(Message.of(model.problem().get()).text(texts));
      words.getStyleClass().add("muted");
      notices
          .getChildren()
          .add(
              new EmptyState(texts, Material2RoundAL.CLOUD_OFF, "orders.problem.title")
                  .with(words));
    } else if (context.feed().isTraining()) {
      notices.getChildren().add(empty("orders.training."));
    } else if (now != null && !now.connected()) {
      notices.getChildren().add(empty("orders.none."));
    } else if (model.known().get()) {
      notices.getChildren().add(empty("orders.empty."));
    }
  }

  private EmptyState empty(String key) {
    return new EmptyState(texts, Material2RoundMZ.SHOPPING_BASKET, key + "title", key + "hint");
  }

  private void keepOneSelected() {
    notice();
    if (list.getSelectionModel().isEmpty() && !model.orders().isEmpty()) {
      int before =
          IntStream.range(0, model.orders().size())
              .filter(i -> model.orders().get(i).id().equals(chosen))
              .findFirst()
              .orElse(0);
      list.getSelectionModel().select(before);
    }
    card.show(list.getSelectionModel().getSelectedItem());
  }
}
