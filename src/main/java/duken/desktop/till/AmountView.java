package duken.desktop.till;

import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.cart.GoodsCart;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The amount in large digits. Has the focus whenever nothing else is being typed. */
final class AmountView extends VBox {

  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");

  private final Label digits = new Label();

  AmountView(SaleForm form, Texts texts) {
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    digits.getStyleClass().add("amount-digits");
    digits.setMinWidth(Region.USE_PREF_SIZE);
    Label sign = new Label(String.valueOf(Sums.TENGE));
    sign.getStyleClass().add("amount-digits");
    Region caret = new Region();
    caret.getStyleClass().add("amount-caret");
    HBox line = new HBox(digits, caret, sign);
    line.setAlignment(Pos.CENTER_RIGHT);

    getStyleClass().addAll("card", "amount");
    getChildren().addAll(caption, line);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    accessibleTextProperty().bind(digits.textProperty());
    setOnMousePressed(_ -> requestFocus());
    form.amountProperty().subscribe(_ -> show(form, texts, caption));
    form.goods().cartProperty().subscribe(_ -> show(form, texts, caption));
    form.stepProperty()
        .subscribe(step -> pseudoClassStateChanged(TYPING, step == SaleForm.Step.AMOUNT));
  }

  /** What is typed, or what the cart comes to while nothing is. */
  private void show(SaleForm form, Texts texts, Label caption) {
    String typed = form.amountProperty().get();
    GoodsCart cart = form.goods().cartProperty().get();
    boolean total = typed.isEmpty() && !cart.isEmpty();
    boolean joins = !typed.isEmpty() && !cart.isEmpty();
    texts.bind(
        caption.textProperty(),
        total ? "cart.amount.total" : joins ? "cart.amount.joins" : "till.amount");
    if (total) {
      digits.setText(Sums.bare(cart.total()));
      pseudoClassStateChanged(EMPTY, false);
    } else {
      show(typed);
    }
  }

  private void show(String typed) {
    boolean empty = typed.isEmpty();
    int comma = typed.indexOf(',');
    String whole = comma < 0 ? typed : typed.substring(0, comma);
    digits.setText(empty ? "0" : Sums.grouped(whole) + (comma < 0 ? "" : typed.substring(comma)));
    pseudoClassStateChanged(EMPTY, empty);
  }
}
