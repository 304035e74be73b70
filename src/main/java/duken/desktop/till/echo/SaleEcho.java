package duken.desktop.till.echo;

import duken.api.DeskJson;
import duken.desktop.customer.CustomerShow;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Sums;
import duken.desktop.payment.PaymentViewModel;
import duken.desktop.shell.Counter;
import duken.desktop.shell.DeskContext;
import duken.desktop.till.OpenSale;
import duken.desktop.till.SaleController;
import duken.domain.Money;
import duken.domain.cart.GoodsCart;
import java.util.List;

/**
 * What a sale looks like to the customer and what is heard of it. Green and its sound come from the
 * engine's word alone, which is on disk before it is told.
 */
public final class SaleEcho {

  private final DeskContext context;
  private final SaleController saleController;
  private final PaymentViewModel payment;

  /** The echo of the sales at this till. */
  public SaleEcho(DeskContext context, SaleController saleController, PaymentViewModel payment) {
    this.context = context;
    this.saleController = saleController;
    this.payment = payment;
  }

  /** Listens as long as the window lives. */
  public void listen() {
    saleController.greenProperty().subscribe(this::green);
    saleController.currentProperty().subscribe(_ -> facing());
    saleController.form().goods().cartProperty().subscribe(_ -> facing());
    payment.stateProperty().addListener((_, before, now) -> changed(before, now));
    payment.payableProperty().subscribe(_ -> facing());
    payment.saleProperty().subscribe(_ -> facing());
  }

  /** Money came while the cashier was busy with something else. */
  public void aside(DeskJson.Sale sale) {
    speak(Sums.ofWire(sale.invoice().terms().amount()));
  }

  private void green(List<DeskJson.Sale> paid) {
    if (!paid.isEmpty()) {
      speak(sum(paid));
    }
    facing();
  }

  private void changed(SaleState before, SaleState now) {
    boolean ended = before != null && before.isOpen() && now != null && !now.isOpen();
    boolean wanted = now == SaleState.CANCELLED || now == null || now.hasMoney();
    if (ended && !wanted && isHeard()) {
      context.thisComputer().sound().failed(context.counter().get().volume());
    }
    facing();
  }

  private void facing() {
    List<DeskJson.Sale> paid = saleController.greenProperty().get();
    OpenSale now = saleController.currentProperty().get();
    boolean payable =
        now != null
            && payment.saleProperty().get() != null
            && payment.saleProperty().get().invoice().id() == now.id()
            && payment.payableProperty().get()
            && !now.state().isUnsent();
    if (!paid.isEmpty()) {
      context.customer().set(new CustomerShow.Paid(sum(paid)));
    } else if (payable) {
      context.customer().set(new CustomerShow.Pay(payment.saleProperty().get(), now.countdown()));
    } else {
      GoodsCart cart = saleController.form().goods().cartProperty().get();
      boolean fills = now == null && !cart.isEmpty();
      context
          .customer()
          .set(
              fills
                  ? new CustomerShow.Basket(cart)
                  : new CustomerShow.Idle(context.preferences().logo().orElse(null)));
    }
  }

  private void speak(Money sum) {
    if (isHeard()) {
      context
          .thisComputer()
          .sound()
          .paid(sum, context.texts().language(), context.counter().get().volume());
    }
  }

  private boolean isHeard() {
    Counter counter = context.counter().get();
    return counter.sound() && (counter.soundInTraining() || !context.feed().isTraining());
  }

  private static Money sum(List<DeskJson.Sale> paid) {
    Money all = Money.ZERO;
    for (DeskJson.Sale sale : paid) {
      all = all.plus(Sums.ofWire(sale.invoice().terms().amount()));
    }
    return all;
  }
}
