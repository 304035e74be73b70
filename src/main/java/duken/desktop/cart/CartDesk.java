package duken.desktop.cart;

import duken.api.InvoiceJson;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Question;
import duken.desktop.shell.DeskContext;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The cart of a till with all that is done to it. Lives as long as the window. */
public final class CartDesk {

  private final DeskContext context;
  private final CartModel cart;
  private final CartCheckout checkout;
  private final CartSheets sheets;
  private final HeldSheet held;
  private final Hotkeys lineKeys = new Hotkeys();
  private BooleanSupplier free = () -> true;
  private Runnable refocus = () -> {};

  /** An empty cart. */
  public CartDesk(DeskContext context) {
    this.context = context;
    cart = new CartModel(context.engine(), context.background(), context.navigator()::say);
    sheets = new CartSheets(context, cart, () -> refocus.run());
    held = new HeldSheet(context, cart, () -> refocus.run());
    checkout = new CartCheckout(cart, () -> context.texts().get("cart.free"), this::askToClear);
    context.feed().onReturn(cart::restore);
    lineKeys.on(Hotkeys.key(KeyCode.UP), "cart.key.up", () -> cart.select(-1));
    lineKeys.on(Hotkeys.key(KeyCode.DOWN), "cart.key.down", () -> cart.select(1));
  }

  /** What the form of a sale needs of it. */
  public CartCheckout checkout() {
    return checkout;
  }

  public ReadOnlyObjectProperty<duken.domain.cart.GoodsCart> cartProperty() {
    return cart.cartProperty();
  }

  /**
   * Lets its keys work.
   *
   * @param keys of the till
   * @param isFree whether the till shows the amount being typed
   * @param back takes the focus back to the amount when a sheet is gone
   */
  public void wire(Hotkeys keys, BooleanSupplier isFree, Runnable back) {
    free = isFree;
    refocus = back;
    keys.firstOf(() -> free.getAsBoolean() && !cart.isEmpty() ? lineKeys : null);
    keys.on(Hotkeys.ctrl(KeyCode.Z), () -> free.getAsBoolean() && cart.undo());
  }

  /** The cart as a list, with what is done to it. */
  public Region panel(Hotkeys keys) {
    return new CartPanel(cart, sheets, context.texts(), keys);
  }

  /** How goods come into the cart without a scanner. */
  public GoodsStrip strip(Hotkeys keys, BooleanSupplier joined) {
    return new GoodsStrip(
        context, cart, sheets, held, new GoodsStrip.Till(keys, joined, () -> refocus.run()));
  }

  /** Puts what was scanned into the cart; answers whether it is there now. */
  public boolean take(GoodsJson.Found found) {
    return cart.add(found);
  }

  /**
   * Brings back the goods of a sale that came to nothing.
   *
   * @param otherwise what to do when there are none
   */
  public void again(InvoiceJson invoice, Runnable otherwise) {
    if (invoice.items() == null || invoice.items().isEmpty() || !cart.isEmpty()) {
      otherwise.run();
      return;
    }
    context
        .background()
        .ask(
            () -> context.engine().carts().restore(invoice.id()),
            kept -> {
              if (kept == null || !cart.isEmpty()) {
                otherwise.run();
              } else {
                cart.opened(kept);
              }
            },
            _ -> otherwise.run());
  }

  private void askToClear() {
    new Question(
            "cart.clear.",
            new Object[] {cart.cart().lines().size()},
            Material2RoundAL.DELETE_OUTLINE,
            true)
        .ask(
            context.texts(),
            context.navigator()::open,
            context.navigator()::closeSheet,
            cart::clear);
  }
}
