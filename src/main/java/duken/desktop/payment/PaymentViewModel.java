package duken.desktop.payment;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Countdown;
import duken.desktop.shell.DeskContext;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The payment on the screen: its state, its time, and taking it back. */
public final class PaymentViewModel {

  private static final String RESEND = "resend";

  private final DeskContext context;
  private final ReadOnlyObjectWrapper<DeskJson.Sale> sale = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SaleState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper minutesQueued = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper payable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asksToCancel = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Message> message = new ReadOnlyObjectWrapper<>();

  /** What was said once and has to be said again, or null. */
  private String saidOnce;

  private Countdown countdown;
  private Subscription subscription = Subscription.EMPTY;

  /** Nothing on the screen yet. */
  public PaymentViewModel(DeskContext context) {
    this.context = context;
  }

  /** The sale as last heard, or null. */
  public ReadOnlyObjectProperty<DeskJson.Sale> saleProperty() {
    return sale.getReadOnlyProperty();
  }

  /** Its state; {@link SaleState#CHECKING} too when its time is over and the engine did not say. */
  public ReadOnlyObjectProperty<SaleState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the customer can still pay it: there is time left, and nobody is taking it back. */
  public ReadOnlyBooleanProperty payableProperty() {
    return payable.getReadOnlyProperty();
  }

  /** {@code 19:59}; empty when it is over. */
  public ReadOnlyStringProperty timeLeftProperty() {
    return timeLeft.getReadOnlyProperty();
  }

  /** How many minutes a bill that could not leave has waited for the provider. */
  public ReadOnlyLongProperty minutesQueuedProperty() {
    return minutesQueued.getReadOnlyProperty();
  }

  /** Whether the cashier is asked if it should really be cancelled. */
  public ReadOnlyBooleanProperty asksToCancelProperty() {
    return asksToCancel.getReadOnlyProperty();
  }

  /** Whether the engine is being asked to cancel, or to send what has waited. */
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /** What the cashier should know, or null. */
  public ReadOnlyObjectProperty<Message> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether it may be cancelled now. */
  public boolean isCancellable() {
    return sale.get() != null
        && sale.get().invoice().state().status().equals("pending")
        && !cancelling.get()
        && (sale.get().live().queued() || context.feed().can(sale.get().invoice(), "cancel"));
  }

  /** Puts a payment on the screen. */
  public void follow(ObservableValue<DeskJson.Sale> shown, Countdown time) {
    release();
    countdown = time;
    message.set(null);
    asksToCancel.set(false);
    saidOnce = null;
    cancelling.set(false);
    asking.set(false);
    subscription =
        Subscription.combine(shown.subscribe(this::heard), context.heartbeat().listen(this::beat));
  }

  /** Takes it off the screen. */
  public void release() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  /** The first press asks, the second cancels: a cancelled QR cannot be had back. */
  public void cancel() {
    if (!isCancellable()) {
      return;
    }
    if (!asksToCancel.get()) {
      asksToCancel.set(true);
      return;
    }
    asksToCancel.set(false);
    carryOut(invoiceId -> context.engine().sales().cancel(invoiceId));
  }

  /** It shall not be cancelled after all; answers whether that was the question. */
  public boolean keep() {
    boolean asked = asksToCancel.get();
    asksToCancel.set(false);
    return asked;
  }

  /** Sends a bill now that has waited so long that it is not sent silently. */
  public void sendLate() {
    if (state.get() != SaleState.HELD || cancelling.get()) {
      return;
    }
    carryOut(invoiceId -> context.engine().sales().sendLate(invoiceId));
  }

  /**
   * Says what the terminal shows of a sale nobody knows of, after the owner has confirmed it.
   *
   * @param seen {@code waits}, {@code paid} or {@code nothing}
   * @param reason kept with the invoice
   */
  public void look(String seen, String reason) {
    if (state.get() == SaleState.LOOK && !cancelling.get()) {
      carryOut(
          id ->
              context.engine().sales().answerTerminal(id, new BankJson.Answer(seen, reason, true)));
    }
  }

  /**
   * Sends a bill again of which nobody knows whether it was sent. The first press only asks whether
   * the customer surely has none.
   */
  public void resend() {
    if (state.get() != SaleState.MAYBE_SENT || cancelling.get()) {
      return;
    }
    if (!RESEND.equals(saidOnce)) {
      saidOnce = RESEND;
      message.set(Message.of(Tone.CAREFUL, "payment.resend.sure"));
      return;
    }
    saidOnce = null;
    carryOut(invoiceId -> context.engine().sales().resendBill(invoiceId));
  }

  /** Books it as paid: the owner has seen the money in the bank's own app, and says how. */
  public void paidByHand(String reason) {
    if (state.get() == SaleState.CHECKING && !cancelling.get()) {
      carryOut(id -> context.engine().sales().paidByHand(id, reason));
    }
  }

  /** Has the bank asked now, and says what it answered when nothing changed. */
  public void askBank() {
    if (!canAskBank()) {
      return;
    }
    asking.set(true);
    message.set(Message.of(Tone.WAITING, "payment.asking"));
    long id = sale.get().invoice().id();
    context
        .background()
        .ask(
            () -> {
              context.engine().sales().askBank(List.of(id));
              return context.engine().sales().get(id).sale();
            },
            news -> {
              asking.set(false);
              message.set(Message.of(Tone.PLAIN, "payment.asked"));
              context.feed().saleChanged(news);
            },
            failure -> {
              asking.set(false);
              failed(failure);
            });
  }

  /** Whether there is anything the bank could say, and it is not being asked already. */
  public boolean canAskBank() {
    SaleState now = state.get();
    return now != null
        && now.isOpen()
        && !now.isUnsent()
        && now != SaleState.LOOK
        && !asking.get()
        && !cancelling.get();
  }

  /** Whether the bank is being asked because the cashier said so. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** What the cashier was asked or told, to be put back by running it. */
  public Runnable remember() {
    boolean asked = asksToCancel.get();
    String once = saidOnce;
    Message told = message.get();
    return () -> {
      asksToCancel.set(asked);
      saidOnce = once;
      message.set(told);
    };
  }

  private void carryOut(LongConsumer order) {
    cancelling.set(true);
    message.set(null);
    long id = sale.get().invoice().id();
    context
        .background()
        .ask(
            () -> {
              order.accept(id);
              return context.engine().sales().get(id).sale();
            },
            this::answered,
            this::failed);
  }

  private void answered(DeskJson.Sale news) {
    cancelling.set(false);
    context.feed().saleChanged(news);
  }

  private void failed(RuntimeException failure) {
    cancelling.set(false);
    message.set(Message.of(failure));
  }

  private void heard(DeskJson.Sale news) {
    sale.set(news);
    if (!SaleState.of(news).isOpen()) {
      asksToCancel.set(false);
      message.set(null);
    }
    beat();
  }

  private void beat() {
    SaleState told = SaleState.of(sale.get());
    boolean time = countdown.millisLeft() > 0;
    boolean over = told.isOpen() && !time && told != SaleState.CANCELLING;
    payable.set(told.isOpen() && time && told != SaleState.CANCELLING);
    minutesQueued.set(context.moments().since(sale.get().live().queuedSince()).toMinutes());
    timeLeft.set(told.isOpen() ? countdown.text() : "");
    state.set(over ? SaleState.CHECKING : told);
  }
}
