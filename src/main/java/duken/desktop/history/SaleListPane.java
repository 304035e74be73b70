package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.desktop.cash.CashDesk;
import duken.desktop.cash.CashListSheet;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The list of sales with its filters above and its sums below. */
final class SaleListPane extends BorderPane {

  private static final double ROW = 64;

  /** So many rows before the end the next page is asked for. */
  private static final int AHEAD = 30;

  private final HistoryViewModel model;
  private final Texts texts;
  private final Hotkeys keys = new Hotkeys();
  private final ListView<Sale> list = new ListView<>();
  private final FilterBar filters;
  private final Consumer<Sale> open;

  SaleListPane(HistoryViewModel model, DeskContext context, Consumer<Sale> open) {
    this.model = model;
    this.texts = context.texts();
    this.open = open;
    filters = new FilterBar(model, texts, keys, () -> pickDays(context));
    list.setItems(model.sales());
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> clickable(new SaleRowCell(texts, context.moments())));
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.accessibleTextProperty().bind(texts.of("history.title"));
    list.setId("history-list");
    list.skinProperty().subscribe(skin -> followScrolling());
    model.loading().subscribe(_ -> keepOneSelected());
    TotalsBar totals = new TotalsBar(texts);
    model.totals().subscribe(totals::show);

    StackPane middle = new StackPane(list, notices());
    middle.getStyleClass().add("list-card");
    setTop(filters);
    setCenter(middle);
    setBottom(bottom(totals, context));
  }

  Hotkeys keys() {
    return keys;
  }

  /** Takes the focus to the row that was left. */
  void takeFocus() {
    list.requestFocus();
    keepOneSelected();
  }

  private void keepOneSelected() {
    if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private HBox bottom(TotalsBar totals, DeskContext context) {
    keys.on(
        Hotkeys.ctrl(KeyCode.F),
        () -> {
          filters.focusSearch();
          return true;
        });
    KeyButton show =
        new KeyButton(Material2RoundAL.LAUNCH, Hotkeys.key(KeyCode.ENTER), this::enter)
            .captioned(texts, "history.action.open")
            .wire(keys, Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    show.disableProperty().bind(Bindings.isEmpty(model.sales()));
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), () -> back(context))
            .captioned(texts, "history.detail.action.back")
            .wire(keys, Hotkeys.key(KeyCode.ESCAPE));
    SalesExport export =
        new SalesExport(context, model, () -> SalesExport.ask(getScene().getWindow()));
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE_ALT, Hotkeys.ctrl(KeyCode.S), export::save)
            .captioned(texts, "history.action.save")
            .wire(keys, Hotkeys.ctrl(KeyCode.S));
    save.disableProperty().bind(Bindings.isEmpty(model.sales()));
    CashDesk cashDesk = new CashDesk(context);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                cashDesk.refresh();
              }
            });
    KeyButton cash =
        new KeyButton(
                Material2RoundMZ.PAYMENTS,
                Hotkeys.ctrl(KeyCode.N),
                () -> new CashListSheet(context).open())
            .captioned(texts, "cash.key")
            .wire(keys, Hotkeys.ctrl(KeyCode.N));
    cash.setId("history-cash");
    cash.visibleProperty().bind(cashDesk.on());
    cash.managedProperty().bind(cash.visibleProperty());
    for (KeyCode code : new KeyCode[] {KeyCode.DOWN, KeyCode.UP}) {
      keys.on(Hotkeys.key(code), this::toList);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    for (KeyButton button : new KeyButton[] {back, cash, save, show}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox bar = new HBox(12, totals, gap, back, cash, save, show);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private void enter() {
    if (filters.isSearching()) {
      filters.searchNow();
    }
    Sale chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null && !list.getItems().isEmpty()) {
      chosen = list.getItems().getFirst();
    }
    if (chosen != null) {
      open.accept(chosen);
    }
  }

  private void back(DeskContext context) {
    boolean searching = filters.isSearching();
    if (filters.clearSearch() || searching) {
      takeFocus();
    } else {
      context.navigator().go("till");
    }
  }

  private boolean toList() {
    if (list.isFocused()) {
      return false;
    }
    takeFocus();
    return true;
  }

  private void pickDays(DeskContext context) {
    DaysSheet calendar =
        new DaysSheet(
            texts,
            model.days().get(),
            context.moments().today(),
            days -> {
              context.navigator().closeSheet();
              model.choose(days);
            },
            context.navigator()::closeSheet);
    context.navigator().open(calendar.sheet());
  }

  private SaleRowCell clickable(SaleRowCell cell) {
    cell.setOnMouseClicked(
        _ -> {
          if (cell.getItem() != null) {
            open.accept(cell.getItem());
          }
        });
    return cell;
  }

  private Node notices() {
    BooleanBinding empty = Bindings.isEmpty(model.sales());
    BooleanBinding nothing = empty.and(model.known()).and(model.problem().isNull());
    BooleanBinding searching = model.searched().isNotEqualTo("");
    BooleanBinding today =
        model.period().isEqualTo(Period.TODAY).and(model.status().isEqualTo(StatusChoice.ALL));
    KeyButton year =
        new KeyButton(Material2RoundAL.DATE_RANGE, Hotkeys.key(KeyCode.F3), model::widenToYear)
            .captioned(texts, "history.action.year")
            .wire(keys, Hotkeys.key(KeyCode.F3));
    year.setMaxWidth(300);
    EmptyState noDay = empty("history.empty.today.", nothing.and(searching.not()).and(today));
    EmptyState noPeriod =
        empty("history.empty.period.", nothing.and(searching.not()).and(today.not()));
    EmptyState notFound = empty("history.empty.search.", nothing.and(searching)).with(year);
    StackPane layer = new StackPane(noDay, noPeriod, notFound, problem(empty));
    layer.setPickOnBounds(false);
    return layer;
  }

  private EmptyState empty(String textKey, BooleanBinding when) {
    EmptyState state =
        new EmptyState(texts, Material2RoundMZ.RECEIPT_LONG, textKey + "title", textKey + "hint");
    state.visibleProperty().bind(when);
    return state;
  }

  private Node problem(BooleanBinding empty) {
    KeyButton again =
        new KeyButton(Material2RoundMZ.REFRESH, Hotkeys.key(KeyCode.F5), model::again)
            .captioned(texts, "history.action.again")
            .wire(keys, Hotkeys.key(KeyCode.F5));
    again.setMaxWidth(300);
    Label words = new Label();
    words.getStyleClass().add("muted");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.problem().get() == null
                        ? ""
                        : Message.of(model.problem().get()).text(texts),
                model.problem(),
                texts.languageProperty()));
    EmptyState state =
        new EmptyState(texts, Material2RoundAL.CLOUD_OFF, "history.problem.title")
            .with(words)
            .with(again);
    state.visibleProperty().bind(empty.and(model.problem().isNotNull()));
    return state;
  }

  private void followScrolling() {
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        bar.valueProperty().subscribe(value -> scrolledTo(value.doubleValue()));
      }
    }
  }

  private void scrolledTo(double share) {
    int size = model.sales().size();
    if (size * (1 - share) < AHEAD) {
      model.loadMore();
    }
  }
}
