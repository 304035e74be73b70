package duken.desktop.cart;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The cart beside the keypad: its lines, what was taken off, and what is done to them. */
final class CartPanel extends VBox {

  private static final int COLUMNS = 4;

  private final CartModel cart;
  private final Texts texts;
  private final Hotkeys keys;
  private final ListView<GoodsLine> list = new ListView<>();
  private final Label total = new Label();
  private final Label off = new Label();
  private final GridPane buttons = new GridPane(6, 6);
  private boolean showing;

  CartPanel(CartModel cart, CartSheets sheets, Texts texts, Hotkeys keys) {
    this.cart = cart;
    this.texts = texts;
    this.keys = keys;
    Label title = new Label();
    title.getStyleClass().add("card-title");
    texts.bind(title.textProperty(), "cart.title");
    total.getStyleClass().add("today-sum");
    total.setId("cart-total");
    total.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(12, title, gap, total);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("today-head");
    off.getStyleClass().addAll("small-word", "cart-off", "cart-whole");
    off.setId("cart-off");
    off.setWrapText(true);
    list.setId("cart-lines");
    list.accessibleTextProperty().bind(texts.of("cart.title"));
    list.getStyleClass().addAll("sale-list", "cart-list");
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new CartCell(texts));
    VBox.setVgrow(list, Priority.ALWAYS);
    buttons(sheets);
    getStyleClass().addAll("card", "today", "cart");
    getChildren().addAll(head, list, off, buttons);
    cart.cartProperty().subscribe(this::show);
    cart.selectedProperty().subscribe(at -> mark(at.intValue()));
    list.getSelectionModel().selectedIndexProperty().subscribe(at -> chosen(at.intValue()));
    texts.languageProperty().addListener(_ -> show(cart.cart()));
  }

  private void buttons(CartSheets sheets) {
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      buttons.getColumnConstraints().add(column);
    }
    buttons.getStyleClass().add("cart-buttons");
    add("less", Material2RoundMZ.REMOVE, Hotkeys.key(KeyCode.LEFT), () -> cart.step(-1));
    add("more", Material2RoundAL.ADD, Hotkeys.key(KeyCode.RIGHT), () -> cart.step(1));
    add("edit", Material2RoundAL.EDIT, Hotkeys.ctrl(KeyCode.E), sheets::line);
    add("remove", Material2RoundAL.DELETE_OUTLINE, Hotkeys.key(KeyCode.DELETE), cart::remove);
    add("discount", Material2RoundAL.LOCAL_OFFER, Hotkeys.ctrl(KeyCode.T), sheets::discount);
    add("undo", Material2RoundMZ.UNDO, Hotkeys.ctrl(KeyCode.Z), cart::undo);
    add("hold", Material2RoundMZ.PAUSE, Hotkeys.ctrl(KeyCode.H), sheets::hold);
  }

  private void add(String name, Ikon icon, KeyCombination key, Runnable action) {
    int at = buttons.getChildren().size();
    buttons.add(new CartButton(texts, name, icon, key, keys, action), at % COLUMNS, at / COLUMNS);
  }

  private void show(GoodsCart now) {
    showing = true;
    list.getItems().setAll(now.lines());
    mark(cart.selectedProperty().get());
    showing = false;
    total.setText(Sums.format(now.total()));
    boolean taken = !now.off().isZero();
    off.setVisible(taken);
    off.setManaged(taken);
    if (taken) {
      off.setText(texts.get("cart.off", Discounts.text(now.discount()), Sums.format(now.off())));
    }
  }

  private void mark(int at) {
    boolean was = showing;
    showing = true;
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(at);
    }
    showing = was;
  }

  private void chosen(int at) {
    if (!showing) {
      cart.selectAt(at);
    }
  }
}
