package duken.desktop.cart;

import duken.api.cart.CartJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import duken.domain.cart.GoodsLine;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** What is typed about the cart: a line, the discount of the whole, the name it is held under. */
final class CartSheets {

  private static final double WIDTH = 620;
  private static final int LONGEST_NAME = 40;

  private final DeskContext context;
  private final Texts texts;
  private final CartModel cart;
  private final Runnable refocus;

  CartSheets(DeskContext context, CartModel cart, Runnable refocus) {
    this.refocus = refocus;
    this.context = context;
    this.texts = context.texts();
    this.cart = cart;
  }

  /** Quantity, price and discount of the line that is selected. */
  void line() {
    GoodsLine line = cart.selected();
    if (line == null) {
      return;
    }
    TextField quantity = field("cart-quantity", Quantities.bare(line.thousandths()));
    TextField price = input("cart-price", Sums.bare(line.price()));
    TextField discount = input("cart-discount", Discounts.text(line.discount()));
    Label fault = fault();
    VBox body =
        new VBox(
            8,
            named(line.goods().isDivisible() ? "cart.quantity.part" : "cart.quantity"),
            quantity,
            named("cart.price"),
            price,
            named("cart.discount.field"),
            discount,
            hint("cart.discount.hint"),
            fault);
    open(
        "cart.line.title",
        line.goods().name(),
        body,
        quantity,
        () -> {
          OptionalLong much = Quantities.read(quantity.getText(), line.goods());
          Money charged = Sums.read(price.getText()).money();
          Discounts.Typed off = Discounts.read(discount.getText());
          if (much.isEmpty()) {
            return wrong(fault, quantity, "cart.quantity.wrong");
          }
          if (charged == null) {
            return wrong(fault, price, "cart.price.wrong");
          }
          if (!off.readable()) {
            return wrong(fault, discount, "cart.discount.wrong");
          }
          return cart.edit(much.getAsLong(), charged, off.discount())
              || wrong(fault, quantity, "cart.quantity.wrong");
        });
  }

  /** The discount of the whole. */
  void discount() {
    TextField discount = input("cart-whole-discount", Discounts.text(cart.cart().discount()));
    Label fault = fault();
    VBox body =
        new VBox(8, named("cart.discount.field"), discount, hint("cart.discount.hint"), fault);
    open(
        "cart.discount.title",
        Sums.format(cart.cart().subtotal()),
        body,
        discount,
        () -> {
          Discounts.Typed off = Discounts.read(discount.getText());
          return off.readable()
              ? cart.discount(off.discount())
              : wrong(fault, discount, "cart.discount.wrong");
        });
  }

  /** Sets the cart aside under a name. */
  void hold() {
    TextField name = field("cart-name", "");
    texts.bind(name.promptTextProperty(), "cart.hold.prompt");
    Label fault = fault();
    VBox body = new VBox(8, named("cart.hold.name"), name, hint("cart.hold.hint"), fault);
    open(
        "cart.hold.title",
        Sums.format(cart.cart().total()),
        body,
        name,
        () -> {
          String typed = name.getText().strip();
          if (typed.length() > LONGEST_NAME) {
            return wrong(fault, name, "cart.hold.long");
          }
          hold(typed.isEmpty() ? null : typed);
          return true;
        });
  }

  private void hold(String name) {
    cart.freeze(true);
    cart.whenKept(
        _ ->
            context
                .background()
                .ask(() -> context.engine().carts().hold(name), this::held, this::notHeld),
        this::notHeld);
  }

  private void held(CartJson.Holding now) {
    cart.freeze(false);
    cart.sold();
    context.navigator().say(Message.of(Tone.GOOD, "cart.held.as", now.name()));
  }

  private void notHeld(RuntimeException failure) {
    cart.freeze(false);
    context.navigator().say(Message.of(failure));
  }

  private void open(String title, String about, Node body, TextField first, BooleanSupplier done) {
    Sheet sheet = new Sheet(texts.of(title, about), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton apply =
        new KeyButton(
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  if (done.getAsBoolean()) {
                    context.navigator().closeSheet();
                  }
                })
            .captioned(texts, "cart.apply")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    apply.setId("cart-apply");
    context.navigator().open(sheet.with(back, apply).onClosed(refocus));
    first.requestFocus();
    first.selectAll();
  }

  private boolean wrong(Label fault, TextField field, String key) {
    Message.of(Tone.BAD, key).show(fault, texts);
    fault.setVisible(true);
    field.requestFocus();
    return false;
  }

  private static TextField field(String id, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    field.getStyleClass().add("big-field");
    return field;
  }

  private static TextField input(String id, String text) {
    SumField sum = new SumField();
    sum.setText(text);
    sum.setId(id);
    sum.getStyleClass().add("big-field");
    return sum;
  }

  private Label named(String key) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    texts.bind(label.textProperty(), key);
    return label;
  }

  private Label hint(String key) {
    Label label = new WrappedLabel("muted", "small-word");
    texts.bind(label.textProperty(), key);
    return label;
  }

  private static Label fault() {
    Label fault = new WrappedLabel("form-message");
    fault.setId("cart-fault");
    fault.setVisible(false);
    return fault;
  }
}
