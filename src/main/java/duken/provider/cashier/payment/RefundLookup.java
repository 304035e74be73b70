package duken.provider.cashier.payment;

import duken.domain.Money;
import duken.provider.PaymentRef;
import duken.provider.RefundReading;
import duken.provider.RefundReading.Done;
import duken.provider.RefundReading.NotFound;
import duken.provider.RefundReading.Silent;
import duken.provider.RefundReading.Undecided;
import duken.provider.RefundReading.UnderWay;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.ReturnedSum;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.QrPayApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the bank says it has returned of a sale, and with it what became of a return whose answer
 * was lost: the sum is compared with the one that the bank told before sending (cashier sheet,
 * section 8).
 */
public final class RefundLookup {

  /** So long a bank may still be at work on a return. */
  private static final Duration AT_WORK = Duration.ofSeconds(30);

  private final QrPayApi bank;
  private final InstantSource clock;

  public RefundLookup(QrPayApi bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
  }

  /** What the answer of {@link #details} tells. */
  public ReturnedSum returned(BankAnswer details) {
    return switch (details) {
      case BankAnswer.Success(JsonNode data) ->
          returned(data)
              .<ReturnedSum>map(ReturnedSum.Told::new)
              .orElseGet(() -> new ReturnedSum.Silent("unreadable_answer", false));
      case BankAnswer.SessionDead _, BankAnswer.MacRefused _ ->
          new ReturnedSum.Silent("session_dead", true);
      case BankAnswer.NotFound() -> new ReturnedSum.Silent("not_found", false);
      case BankAnswer.Refused(int code, _) -> new ReturnedSum.Silent("bank_code_" + code, false);
      case BankAnswer.Temporary(String code) -> new ReturnedSum.Silent(code, false);
      case BankAnswer.NotSent(String code) -> new ReturnedSum.Silent(code, false);
    };
  }

  public RefundReading read(CashierSession session, RefundRequest request) {
    if (!(details(session, request.payment()) instanceof BankAnswer.Success(JsonNode data))) {
      return new Silent("bank_silent");
    }
    Optional<Money> returned = returned(data);
    Money before = request.refundedBefore();
    if (returned.filter(before.plus(request.amount())::equals).isPresent()) {
      return new Done(new RefundReceipt(null, true));
    }
    if (returned.filter(before::equals).isPresent()) {
      return new NotFound();
    }
    Instant sentAt = request.sentAt();
    boolean mayBeAtWork = sentAt == null || clock.instant().isBefore(sentAt.plus(AT_WORK));
    return mayBeAtWork ? new UnderWay() : new Undecided();
  }

  /** A bill may have been settled by money that came by QR, and the other way round. */
  public BankAnswer details(CashierSession session, PaymentRef payment) {
    int method = BulkStatusQuery.method(payment.kind());
    BankAnswer answer = bank.operation(session, payment.operationId(), method);
    return answer instanceof BankAnswer.NotFound
        ? bank.operation(session, payment.operationId(), BulkStatusQuery.otherMethod(method))
        : answer;
  }

  /** What was returned of an operation, by whichever field tells. */
  public static Optional<Money> returned(JsonNode data) {
    Optional<Money> total = CashierFields.money(data, "TotalReturnsAmount");
    if (total.isPresent()) {
      return total;
    }
    Optional<Money> amount = CashierFields.money(data, "Amount");
    Optional<Money> left = CashierFields.money(data, "AvailableReturnAmount");
    if (amount.isPresent() && left.isPresent() && !left.get().exceeds(amount.get())) {
      return Optional.of(amount.get().minus(left.get()));
    }
    if (!data.path("Returns").isArray()) {
      return Optional.empty();
    }
    Money sum = Money.ZERO;
    for (JsonNode row : data.path("Returns")) {
      Optional<Money> part = CashierFields.money(row, "Amount");
      if (part.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(part.get());
    }
    return Optional.of(sum);
  }
}
