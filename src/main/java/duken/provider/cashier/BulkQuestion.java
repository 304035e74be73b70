package duken.provider.cashier;

import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Two questions instead of hundreds: the history shows what was paid, the list of bills what is
 * open or declined. What neither shows stays unasked.
 */
final class BulkQuestion {

  /** {@code OperationMethod} of a QR. */
  static final int METHOD_QR = 0;

  /** {@code OperationMethod} of a bill by phone. */
  static final int METHOD_BILL = 1;

  /** About how many single questions one bulk question is worth. */
  static final int WORTH_IT = 50;

  private static final int SALE = 0;

  private final QrPay bank;
  private final Readings readings;
  private final InstantSource clock;
  private final ZoneId zone;

  BulkQuestion(QrPay bank, Readings readings, InstantSource clock, ZoneId zone) {
    this.bank = bank;
    this.readings = readings;
    this.clock = clock;
    this.zone = zone;
  }

  Map<PaymentRef, ProviderReading> ask(
      CashierSession session, List<PaymentRef> payments, Consumer<BankAnswer> seen) {
    Map<String, ProviderReading> paid = paid(session, seen);
    boolean bills = payments.stream().anyMatch(p -> p.kind() == PaymentKind.PHONE);
    Map<String, JsonNode> rows = bills ? billRows(session, seen) : Map.of();
    Map<PaymentRef, ProviderReading> found = new LinkedHashMap<>();
    for (PaymentRef payment : payments) {
      ProviderReading reading = paid.get(payment.operationId());
      JsonNode row = rows.get(payment.operationId());
      if (reading != null) {
        found.put(payment, reading);
      } else if (row != null) {
        found.put(payment, readings.read(payment, QrManners.USUAL, row));
      }
    }
    return found;
  }

  /** Sales of today and yesterday by operation: whatever stands here was paid. */
  private Map<String, ProviderReading> paid(CashierSession session, Consumer<BankAnswer> seen) {
    String today = clock.instant().atZone(zone).toLocalDate().toString();
    BankAnswer answer = bank.history(session, today, QrPay.TODAY_AND_YESTERDAY);
    seen.accept(answer);
    if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
      return Map.of();
    }
    Map<String, ProviderReading> paid = new HashMap<>();
    for (JsonNode day : data.path("DailySets")) {
      for (JsonNode row : day.path("Operations")) {
        Optional<String> id = BankFields.text(row, "Id");
        if (id.isPresent() && BankFields.whole(row, "OperationType").orElse(SALE) == SALE) {
          paid.put(id.get(), reading(row));
        }
      }
    }
    return paid;
  }

  private ProviderReading reading(JsonNode row) {
    return new ProviderReading.Paid(
        BankFields.firstText(row, "OrderRegDate")
            .flatMap(text -> WireTime.read(text, zone))
            .orElse(null),
        BankFields.money(row, "Amount").orElse(null),
        BankFields.firstText(row, "ClientName", "ClientShortName").orElse(null),
        null,
        null);
  }

  private Map<String, JsonNode> billRows(CashierSession session, Consumer<BankAnswer> seen) {
    BankAnswer answer = bank.bills(session, WORTH_IT);
    seen.accept(answer);
    if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
      return Map.of();
    }
    List<JsonNode> rows = new ArrayList<>();
    data.path("Operations").forEach(rows::add);
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> BankFields.text(row, "Id").ifPresent(id -> byId.put(id, row)));
    return byId;
  }
}
