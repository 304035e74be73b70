package duken.desktop.cart;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Finds goods by what is typed of their name, and puts the chosen one into the cart. */
final class SearchSheet {

  private static final double WIDTH = 760;
  private static final double LIST = 330;
  private static final double ROW = 48;
  private static final int SHOWN = 50;
  private static final int LONGEST = 60;

  private final DeskContext context;
  private final Consumer<GoodsJson.Item> chosen;
  private final TextField search = new TextField();
  private final ListView<GoodsJson.Item> list = new ListView<>();
  private final Label none = new Label();
  private final Runnable refocus;
  private int asked;

  /**
   * @param chosen takes the item that was chosen
   */
  SearchSheet(DeskContext context, Consumer<GoodsJson.Item> chosen, Runnable refocus) {
    this.refocus = refocus;
    this.context = context;
    this.chosen = chosen;
    search.setId("goods-search-field");
    search.getStyleClass().add("big-field");
    search.accessibleTextProperty().bind(context.texts().of("cart.search"));
    context.texts().bind(search.promptTextProperty(), "cart.search.prompt");
    search.textProperty().addListener((_, _, _) -> find());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    list.setId("goods-found");
    list.accessibleTextProperty().bind(context.texts().of("cart.search.title"));
    list.getStyleClass().addAll("sale-list", "goods-list");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(LIST);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Found());
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    list.setPlaceholder(none);
  }

  void open() {
    VBox body = new VBox(12, search, list);
    Sheet sheet = new Sheet(context.texts().of("cart.search.title"), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(context.texts(), "question.no");
    KeyButton add =
        new KeyButton(Material2RoundAL.ADD, Hotkeys.key(KeyCode.ENTER), this::choose)
            .captioned(context.texts(), "cart.search.add")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    add.setId("goods-add");
    add.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    search.clear();
    context.navigator().open(sheet.with(back, add).onClosed(refocus));
    search.requestFocus();
    find();
  }

  private void find() {
    int now = ++asked;
    String text = search.getText().strip();
    String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    context
        .background()
        .ask(
            () -> context.engine().goods().list(part.isEmpty() ? null : part, SHOWN, 0),
            found -> {
              if (now == asked) {
                list.getItems().setAll(found.data());
                list.getSelectionModel().selectFirst();
                context.texts().bind(none.textProperty(), "cart.search.none");
              }
            },
            _ -> {
              if (now == asked) {
                list.getItems().clear();
                context.texts().bind(none.textProperty(), "trouble.unreachable");
              }
            });
  }

  private void choose() {
    GoodsJson.Item item = list.getSelectionModel().getSelectedItem();
    if (item != null) {
      context.navigator().closeSheet();
      chosen.accept(item);
    }
  }

  /** The arrows choose in the list while one writes. */
  private void move(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          default -> 0;
        };
    int last = list.getItems().size() - 1;
    if (by != 0 && last >= 0) {
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(at);
      event.consume();
    }
  }

  /** Name and price; two clicks choose it. */
  private final class Found extends ListCell<GoodsJson.Item> {

    private final Label name = new Label();
    private final Label price = new Label();
    private final HBox row = new HBox(12, name, price);

    Found() {
      name.setMaxWidth(Double.MAX_VALUE);
      name.setMinWidth(0);
      name.getStyleClass().add("cart-name");
      HBox.setHgrow(name, Priority.ALWAYS);
      price.getStyleClass().add("sale-sum");
      price.setMinWidth(Region.USE_PREF_SIZE);
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              choose();
            }
          });
    }

    @Override
    protected void updateItem(GoodsJson.Item item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : row);
      if (item != null) {
        name.setText(item.name());
        price.setText(Sums.format(item.price()));
        setAccessibleText(name.getText() + ", " + price.getText());
      }
    }
  }
}
