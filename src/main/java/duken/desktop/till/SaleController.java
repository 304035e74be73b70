package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.cart.CartDesk;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.FormKey;
import duken.desktop.shell.DeskContext;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What happens at the counter: the sale being typed, the payment on the screen, those set aside,
 * and the money that came. Lives as long as the window, because money comes while another screen
 * shows.
 */
public final class SaleController {

  private final DeskContext context;
  private final SaleForm form;
  private final CartDesk cart;
  private final OpenSales open;
  private final PaidAnnouncer paidAnnouncer;
  private final Consumer<DeskJson.Sale> aside;
  private final ReadOnlyObjectWrapper<OpenSale> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<DeskJson.Sale>> green =
      new ReadOnlyObjectWrapper<>(List.of());

  private boolean watched;

  /**
   * The counter of a window.
   *
   * @param key the idempotency key of its form
   * @param cart what the customer buys
   * @param aside tells of a payment that came while the cashier is busy with something else
   */
  public SaleController(
      DeskContext context, FormKey key, CartDesk cart, Consumer<DeskJson.Sale> aside) {
    this.context = context;
    this.aside = aside;
    this.cart = cart;
    form =
        new SaleForm(
            context.engine(),
            context.background(),
            cart.checkout(),
            context.feed()::can,
            key,
            context.moments()::now,
            this::created);
    open = new OpenSales(context.nanoTime());
    paidAnnouncer = new PaidAnnouncer(context.engine(), context.background(), this::announce);
    context.feed().onSale(this::heard);
    context.feed().onReturn(this::returned);
    context.feed().onOpenSales(this::compare);
  }

  /** The sale being typed. */
  public SaleForm form() {
    return form;
  }

  /** The sales whose end nobody has seen. */
  public OpenSales open() {
    return open;
  }

  /** The payment on the screen, or null. */
  public ReadOnlyObjectProperty<OpenSale> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The payments shown green over the whole window; empty when it is not green. */
  public ReadOnlyObjectProperty<List<DeskJson.Sale>> greenProperty() {
    return green.getReadOnlyProperty();
  }

  /** Whether the cashier looks at the till now. */
  public void watched(boolean is) {
    watched = is;
    OpenSale now = current.get();
    if (is && now != null && now.state() == SaleState.PAID) {
      showGreen(List.of(now.saleProperty().get()));
    }
  }

  /** Shows a payment that was set aside. */
  public void resume(OpenSale sale) {
    leave();
    if (sale.state() == SaleState.PAID) {
      open.forget(sale);
      showGreen(List.of(sale.saleProperty().get()));
    } else {
      current.set(sale);
    }
  }

  /** Sets the payment on the screen aside, or forgets it when it is over; the till is free. */
  public void leave() {
    green.set(List.of());
    OpenSale left = current.get();
    current.set(null);
    if (left != null && !left.state().isOpen()) {
      open.forget(left);
    }
  }

  /** The till is free again and what was typed is the beginning of the next amount. */
  public void nextWith(String typed) {
    leave();
    form.clear();
    form.type(typed);
  }

  /** What is typed and shown now, to be put back by running it. */
  public Runnable remember() {
    Runnable typed = form.remember();
    OpenSale shown = current.get();
    List<DeskJson.Sale> paid = green.get();
    return () -> {
      typed.run();
      if (shown != null && shown != current.get()) {
        open.takeBack(shown);
        current.set(shown);
      }
      if (!paid.equals(green.get())) {
        green.set(paid);
      }
    };
  }

  /** The till is free again, with the goods or the sum of the payment on the screen. */
  public void again() {
    OpenSale last = current.get();
    if (last != null) {
      InvoiceJson invoice = last.saleProperty().get().invoice();
      leave();
      cart.again(invoice, () -> form.begin(Sums.ofWire(invoice.terms().amount())));
    }
  }

  /** Has the bank asked now about all that is open; answers whether there is anything. */
  public boolean askBank() {
    List<Long> ids =
        open.all().stream().filter(it -> it.state().isOpen()).map(OpenSale::id).toList();
    if (ids.isEmpty() || current.get() != null) {
      return false;
    }
    context
        .background()
        .ask(
            () -> {
              context.engine().sales().askBank(ids);
              return context.engine().till().openSales();
            },
            this::compare,
            failure -> context.navigator().say(Message.of(failure)));
    return true;
  }

  private void created(DeskJson.Sale sale) {
    open.forgetEnded();
    OpenSale fresh = open.take(sale);
    current.set(fresh);
    if (fresh.state() == SaleState.PAID) {
      paidHere(fresh);
    }
  }

  private void heard(DeskJson.Sale sale) {
    open.heard(sale);
    form.guard.heard(sale);
    if (SaleState.of(sale) != SaleState.PAID || !sale.fromDesk()) {
      return;
    }
    OpenSale now = current.get();
    if (now != null && now.id() == sale.invoice().id() && watched) {
      paidHere(now);
    } else {
      paidAnnouncer.check();
    }
  }

  private void paidHere(OpenSale sale) {
    paidAnnouncer.wasShown(sale.saleProperty().get());
    showGreen(List.of(sale.saleProperty().get()));
  }

  private void returned() {
    context
        .background()
        .ask(
            () -> context.engine().till().openSales(),
            open::restore,
            _ -> {
              // The feed tells when the engine is back.
            });
    paidAnnouncer.check();
  }

  /** What the engine does not hold open any more has ended behind our back: it is asked how. */
  private void compare(List<DeskJson.Sale> told) {
    open.restore(told);
    // Time alone makes a bill that waits one that is held back; nothing changes in the engine then.
    told.stream().filter(sale -> sale.live().held()).forEach(open::heard);
    for (OpenSale ours : List.copyOf(open.all())) {
      boolean known = told.stream().anyMatch(sale -> sale.invoice().id() == ours.id());
      if (!known && ours.state().isOpen()) {
        context
            .background()
            .ask(
                () -> context.engine().sales().get(ours.id()).sale(),
                context.feed()::saleChanged,
                _ -> {
                  // It is compared again soon.
                });
      }
    }
  }

  private void announce(List<DeskJson.Sale> paid) {
    OpenSale now = current.get();
    if (watched && now != null && paid.size() == 1 && now.id() == paid.getFirst().invoice().id()) {
      now.heard(paid.getFirst());
      showGreen(paid);
      return;
    }
    boolean free = watched && now == null && green.get().isEmpty() && form.isIdle();
    if (free) {
      paid.forEach(sale -> open.find(sale.invoice().id()).ifPresent(open::forget));
      showGreen(paid);
    } else {
      paid.forEach(aside);
    }
  }

  private void showGreen(List<DeskJson.Sale> paid) {
    green.set(List.copyOf(paid));
  }
}
