package duken.desktop.cart;

import duken.api.NewInvoiceJson;
import duken.api.cart.CartJson;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What the form of a sale needs of the cart: what it costs, and that it is sold as it stands. */
public final class CartCheckout {

  private final CartModel cart;
  private final Supplier<String> freeName;
  private final Runnable askToClear;

  /**
   * @param freeName what a sum without goods is called on paper
   * @param askToClear asks whether the cart is to be emptied
   */
  public CartCheckout(CartModel cart, Supplier<String> freeName, Runnable askToClear) {
    this.cart = cart;
    this.freeName = freeName;
    this.askToClear = askToClear;
  }

  public ReadOnlyObjectProperty<duken.domain.cart.GoodsCart> cartProperty() {
    return cart.cartProperty();
  }

  public boolean isEmpty() {
    return cart.isEmpty();
  }

  /** What the cart comes to; a cart of nothing is not sold. */
  public Sums.Typed total() {
    Money total = cart.cart().total();
    return total.isZero()
        ? new Sums.Typed(null, Sums.Fault.TOO_SMALL)
        : new Sums.Typed(total, null);
  }

  /** Puts a sum without goods into the cart; answers whether it fitted. */
  public boolean addFree(Money sum) {
    return cart.addFree(freeName.get(), sum);
  }

  /** Asks whether the cart is to be emptied. */
  public void askToClear() {
    askToClear.run();
  }

  /**
   * Hands over the request for what stands in the cart, once the engine has that; at once without a
   * cart. From then on nothing is changed until {@link #made} or {@link #notMade}.
   */
  public void send(
      NewInvoiceJson request, Consumer<NewInvoiceJson> ready, Consumer<RuntimeException> failed) {
    keep(ref -> ready.accept(ref == null ? request : request.selling(ref)), failed);
  }

  /**
   * Hands over the cart once the engine has it, at once null without one. From then on nothing is
   * changed until {@link #made} or {@link #notMade}.
   */
  public void keep(Consumer<CartJson.Ref> ready, Consumer<RuntimeException> failed) {
    if (isEmpty()) {
      ready.accept(null);
      return;
    }
    cart.freeze(true);
    cart.whenKept(ready, failed);
  }

  /** The sale was made. */
  public void made() {
    cart.freeze(false);
    if (!isEmpty()) {
      cart.sold();
    }
  }

  /** It was not made: the cart is as it was. */
  public void notMade() {
    cart.freeze(false);
  }
}
