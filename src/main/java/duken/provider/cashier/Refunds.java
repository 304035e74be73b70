package duken.provider.cashier;

import duken.domain.Money;
import duken.provider.RefundReading;
import duken.provider.RefundReading.Done;
import duken.provider.RefundReading.NotFound;
import duken.provider.RefundReading.Silent;
import duken.provider.RefundReading.UnderWay;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What became of a return whose answer was lost: its operation is read and the returned sum
 * compared with the one before (cashier sheet, section 8). It may be sent again only when nothing
 * changed after half a minute.
 */
final class Refunds {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final QrPay bank;
  private final InstantSource clock;
  private final Map<Long, Instant> sentAt = new ConcurrentHashMap<>();

  Refunds(QrPay bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
  }

  /** Remembers when a return left; after a restart the first look counts as that. */
  void sending(RefundRequest request) {
    sentAt.put(request.refundId(), clock.instant());
  }

  RefundReading read(CashierSession session, RefundRequest request) {
    int method = BulkQuestion.method(request.payment().kind());
    BankAnswer answer = bank.operation(session, request.payment().operationId(), method);
    if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
      return new Silent("bank_silent");
    }
    Optional<Money> returned = returned(data);
    if (returned.isEmpty()) {
      return new UnderWay();
    }
    Money expected = request.refundedBefore().plus(request.amount());
    if (!expected.exceeds(returned.get())) {
      sentAt.remove(request.refundId());
      return new Done(new RefundReceipt(null, true));
    }
    if (returned.get().exceeds(request.refundedBefore())) {
      return new UnderWay();
    }
    Instant now = clock.instant();
    Instant left = sentAt.putIfAbsent(request.refundId(), now);
    return left != null && !now.isBefore(left.plus(PATIENCE)) ? new NotFound() : new UnderWay();
  }

  /** What was returned of an operation, by whichever field tells. */
  static Optional<Money> returned(JsonNode data) {
    Optional<Money> total = BankFields.money(data, "TotalReturnsAmount");
    if (total.isPresent()) {
      return total;
    }
    Optional<Money> amount = BankFields.money(data, "Amount");
    Optional<Money> left = BankFields.money(data, "AvailableReturnAmount");
    if (amount.isPresent() && left.isPresent() && !left.get().exceeds(amount.get())) {
      return Optional.of(amount.get().minus(left.get()));
    }
    if (!data.path("Returns").isArray()) {
      return Optional.empty();
    }
    Money sum = Money.ZERO;
    for (JsonNode row : data.path("Returns")) {
      Optional<Money> part = BankFields.money(row, "Amount");
      if (part.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(part.get());
    }
    return Optional.of(sum);
  }
}
