package duken.desktop.cart;

import duken.api.EngineProblem;
import duken.api.cart.CartJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The carts that are held in the shop: one of them is taken back, or removed. */
final class HeldSheet {

  private static final double WIDTH = 760;
  private static final double LIST = 300;
  private static final double ROW = 58;

  private final DeskContext context;
  private final Texts texts;
  private final CartModel cart;
  private final Runnable refocus;
  private final ListView<CartJson.Kept> list = new ListView<>();
  private final Label none = new Label();

  HeldSheet(DeskContext context, CartModel cart, Runnable refocus) {
    this.refocus = refocus;
    this.context = context;
    this.texts = context.texts();
    this.cart = cart;
    list.setId("held-carts");
    list.accessibleTextProperty().bind(texts.of("cart.held.title"));
    list.getStyleClass().addAll("sale-list", "goods-list");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(LIST);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Held());
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    list.setPlaceholder(none);
  }

  void open() {
    Sheet sheet = new Sheet(texts.of("cart.held.title"), list, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton remove =
        button(sheet, "remove", Material2RoundAL.DELETE_OUTLINE, KeyCode.DELETE, this::askToRemove)
            .styled("danger");
    KeyButton take =
        button(sheet, "take", Material2RoundMZ.SHOPPING_CART, KeyCode.ENTER, this::take)
            .styled("primary");
    for (KeyButton each : new KeyButton[] {remove, take}) {
      each.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    }
    sheet.keys().on(Hotkeys.key(KeyCode.UP), "cart.held.up", () -> move(-1));
    sheet.keys().on(Hotkeys.key(KeyCode.DOWN), "cart.held.down", () -> move(1));
    context.navigator().open(sheet.with(back, remove, take).onClosed(refocus));
    load();
  }

  private KeyButton button(Sheet sheet, String name, Ikon icon, KeyCode code, Runnable action) {
    KeyButton button =
        KeyButton.of(texts, "cart.held." + name, icon, Hotkeys.key(code), sheet.keys(), action);
    button.setId("held-" + name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void load() {
    context
        .background()
        .ask(
            () -> context.engine().carts().held(),
            held -> {
              list.getItems().setAll(held);
              list.getSelectionModel().selectFirst();
              texts.bind(none.textProperty(), "cart.held.none");
            },
            _ -> {
              list.getItems().clear();
              texts.bind(none.textProperty(), "trouble.unreachable");
            });
  }

  private boolean move(int by) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(at);
    }
    return true;
  }

  private void take() {
    CartJson.Kept wanted = list.getSelectionModel().getSelectedItem();
    context.navigator().closeSheet();
    cart.freeze(true);
    cart.whenKept(
        _ ->
            context
                .background()
                .ask(
                    () -> context.engine().carts().take(wanted.id()),
                    taken -> {
                      cart.freeze(false);
                      cart.opened(taken);
                    },
                    this::failed),
        this::failed);
  }

  private void askToRemove() {
    CartJson.Kept wanted = list.getSelectionModel().getSelectedItem();
    new Question(
            "cart.held.gone.", new Object[] {wanted.name()}, Material2RoundAL.DELETE_OUTLINE, true)
        .ask(
            texts,
            context.navigator()::open,
            context.navigator()::closeSheet,
            () ->
                context
                    .background()
                    .tell(
                        () -> context.engine().carts().remove(wanted.id()),
                        this::open,
                        this::failed));
  }

  private void failed(RuntimeException failure) {
    cart.freeze(false);
    boolean gone = failure instanceof EngineProblem problem && problem.code().equals("NOT_FOUND");
    context
        .navigator()
        .say(gone ? Message.of(Tone.CAREFUL, "cart.held.missing") : Message.of(failure));
  }

  /** Name, desk and time, what it comes to; two clicks take it. */
  private final class Held extends ListCell<CartJson.Kept> {

    private final Label name = new Label();
    private final Label about = new Label();
    private final Label sum = new Label();
    private final HBox row;

    Held() {
      name.getStyleClass().add("cart-name");
      about.getStyleClass().addAll("muted", "small-word");
      sum.getStyleClass().add("sale-sum");
      sum.setMinWidth(Region.USE_PREF_SIZE);
      VBox words = new VBox(2, name, about);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      row = new HBox(12, words, sum);
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              take();
            }
          });
    }

    @Override
    protected void updateItem(CartJson.Kept kept, boolean empty) {
      super.updateItem(kept, empty);
      setGraphic(empty || kept == null ? null : row);
      if (kept != null) {
        boolean number = kept.name().chars().allMatch(Character::isDigit);
        name.setText(number ? "№ " + kept.name() : kept.name());
        about.setText(
            texts.get(
                "cart.held.about",
                kept.desk(),
                context.moments().time(kept.changedAt()),
                kept.content().lines().size()));
        sum.setText(Sums.format(kept.content().cart().total()));
        setAccessibleText(name.getText() + ", " + about.getText() + ", " + sum.getText());
      }
    }
  }
}
