package duken.desktop.refund;

import duken.api.DeskJson.Sale;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import duken.desktop.refund.RefundForm.Check;
import duken.domain.Money;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One refund, from the form to the bank's word. The idempotency key is minted when the form opens,
 * so that asking again after a lost answer cannot send the money twice; a new one is minted only
 * after a definite no.
 */
public final class RefundViewModel {

  private static final Set<String> STILL_UNKNOWN =
      Set.of("PROVIDER_TIMEOUT", "INTERNAL_ERROR", "IDEMPOTENCY_IN_PROGRESS");

  /** Another refund is looked at every two seconds. */
  private static final int BEATS_BETWEEN = 8;

  private final EngineApi engine;
  private final Background background;
  private final Supplier<String> keys;
  private final Sale sale;
  private final RefundForm form;

  private final StringProperty sum = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RefundStep> step =
      new ReadOnlyObjectWrapper<>(RefundStep.FORM);
  private final ReadOnlyObjectWrapper<String> refusal = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<RefundJson> scanned = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RefundJson> other = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper reasonNeeded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reasonMissed = new ReadOnlyBooleanWrapper();

  private final RefundFollower follower;
  private int beats;
  private String key;
  private NewRefundJson asked;

  /**
   * Opens the form with everything that is left filled in.
   *
   * @param keys mints idempotency keys
   * @param partial whether the provider refunds less than everything
   */
  public RefundViewModel(
      EngineApi engine, Background background, Supplier<String> keys, Sale sale, boolean partial) {
    this(
        engine,
        background,
        keys,
        sale,
        new RefundForm(Money.of(sale.invoice().refunded().availableForRefund()), partial));
  }

  /** The same with another form. */
  RefundViewModel(
      EngineApi engine, Background background, Supplier<String> keys, Sale sale, RefundForm form) {
    this.engine = engine;
    this.background = background;
    this.keys = keys;
    this.sale = sale;
    this.form = form;
    this.key = keys.get();
    this.follower = new RefundFollower(engine, background, sale.invoice().id());
    sum.set(Sums.bare(form.left()));
    sum.addListener(_ -> recheck());
    reason.addListener(_ -> reasonTyped());
    recheck();
  }

  /** Asks whether the shop wants a reason; the engine refuses without one in any case. */
  void begin() {
    background.ask(() -> engine.staff().roster().needsRefundReason(), reasonNeeded::set, _ -> {});
  }

  /** Follows a refund of the sale that is on its way instead of beginning one. */
  void follow(RefundJson underWay) {
    other.set(underWay);
    step.set(RefundStep.OTHER);
  }

  /** Fills in everything that is left. */
  public void all() {
    sum.set(Sums.bare(form.left()));
  }

  /** From the form to the question whether it is meant. */
  public void next() {
    if (step.get() != RefundStep.FORM || !(check.get() instanceof Check.Good)) {
      return;
    }
    reasonMissed.set(form.lacksReason(reason.get(), reasonNeeded.get()));
    if (!reasonMissed.get()) {
      step.set(RefundStep.CONFIRM);
    }
  }

  /** From the question, or from a refusal, back to the form. */
  public void back() {
    if (step.get() == RefundStep.CONFIRM || step.get() == RefundStep.REFUSED) {
      refusal.set(null);
      step.set(RefundStep.FORM);
    }
  }

  /** The person means it. */
  public void confirm() {
    if (step.get() == RefundStep.CONFIRM && check.get() instanceof Check.Good good) {
      String words = reason.get().strip();
      asked =
          new NewRefundJson(
              good.amount().toWire(),
              words.isEmpty() ? null : words,
              form.byHand() ? Boolean.TRUE : null);
      send();
    }
  }

  /** Repeats the very same request after its answer was lost. */
  public void askAgain() {
    if (step.get() == RefundStep.UNKNOWN) {
      send();
    }
  }

  /** Whether the sheet may be closed: not while the answer is awaited. */
  public boolean mayClose() {
    return step.get() != RefundStep.SENDING;
  }

  private void send() {
    step.set(RefundStep.SENDING);
    NewRefundJson request = asked;
    String requestKey = key;
    background.ask(
        () -> engine.sales().refund(sale.invoice().id(), request, requestKey),
        this::answered,
        this::failed);
  }

  private void answered(RefundJson.Made made) {
    switch (made.refund().state().status()) {
      case "completed" -> step.set(RefundStep.DONE);
      case "failed" -> refused(made.refund().state().errorMessage());
      default -> {
        if (made.refund().way().returnQr() == null) {
          step.set(RefundStep.UNDERWAY);
        } else {
          scanned.set(made.refund());
          step.set(RefundStep.SCAN);
        }
      }
    }
  }

  /** Time passes: a refund that the customer has to scan, or another one, is asked after. */
  public void beat() {
    beats++;
    if (step.get() == RefundStep.SCAN) {
      long id = scanned.get().id();
      follower.ask(it -> it.id() == id, this::followed);
    } else if (step.get() == RefundStep.OTHER
        && RefundFollower.isInFlight(other.get())
        && beats % BEATS_BETWEEN == 0) {
      long id = other.get().id();
      follower.ask(it -> it.id() == id, other::set);
    }
  }

  private void followed(RefundJson now) {
    switch (now.state().status()) {
      case "completed" -> step.set(RefundStep.DONE);
      case "failed" -> refused(now.state().errorMessage());
      default -> scanned.set(now);
    }
  }

  private void failed(RuntimeException e) {
    if (e instanceof EngineProblem problem && problem.code().equals("REFUND_IN_PROGRESS")) {
      refused(problem.getMessage());
      follower.ask(RefundFollower::isInFlight, this::follow);
    } else if (e instanceof EngineProblem problem && problem.fields().containsKey("reason")) {
      key = keys.get();
      reasonNeeded.set(true);
      step.set(RefundStep.FORM);
      reasonMissed.set(true);
    } else if (e instanceof EngineProblem problem && !STILL_UNKNOWN.contains(problem.code())) {
      refused(problem.getMessage());
    } else {
      step.set(RefundStep.UNKNOWN);
    }
  }

  private void refused(String words) {
    key = keys.get();
    refusal.set(words);
    step.set(RefundStep.REFUSED);
  }

  private void reasonTyped() {
    reasonMissed.set(reasonMissed.get() && reason.get().isBlank());
    recheck();
  }

  private void recheck() {
    check.set(form.check(sum.get(), reason.get()));
  }

  /** The sale whose money goes back. */
  public Sale sale() {
    return sale;
  }

  /** What can be refunded, and whether in parts. */
  public RefundForm form() {
    return form;
  }

  public StringProperty sum() {
    return sum;
  }

  /** The typed reason, may be empty. */
  public StringProperty reason() {
    return reason;
  }

  /** What the form makes of the typing. */
  public ReadOnlyObjectProperty<Check> check() {
    return check.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RefundStep> step() {
    return step.getReadOnlyProperty();
  }

  /** The refund whose QR the customer has to scan, as last heard, or null. */
  public ReadOnlyObjectProperty<RefundJson> scanned() {
    return scanned.getReadOnlyProperty();
  }

  /** The other refund that is on its way, as last heard, or null. */
  public ReadOnlyObjectProperty<RefundJson> other() {
    return other.getReadOnlyProperty();
  }

  /** Whether the shop wants a reason of every refund, as far as it was told. */
  public ReadOnlyBooleanProperty reasonNeeded() {
    return reasonNeeded.getReadOnlyProperty();
  }

  /** Whether one wanted to go on without the reason that is needed. */
  public ReadOnlyBooleanProperty reasonMissed() {
    return reasonMissed.getReadOnlyProperty();
  }

  /** Why it was refused, in the window's language, or null when nobody said. */
  public ReadOnlyObjectProperty<String> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** The sum that was or would be asked for; nothing while the typing is wrong. */
  public Money amount() {
    return check.get() instanceof Check.Good good ? good.amount() : Money.ZERO;
  }
}
