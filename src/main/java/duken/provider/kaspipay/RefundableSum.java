package duken.provider.kaspipay;

import duken.domain.Money;
import duken.provider.kaspipay.wire.BankFields;
import tools.jackson.databind.JsonNode;

/**
 * What the bank says can still be returned of a payment (Kaspi Pay sheet, section 5).
 *
 * @param total of the payment
 * @param available still there
 */
record RefundableSum(Money total, Money available) {

  /** What the answer says; null when it does not say it. */
  static RefundableSum of(JsonNode data) {
    Money total = BankFields.money(data, "TotalAmount");
    Money available = BankFields.money(data, "AvailableReturnAmount");
    return total == null || available == null || available.exceeds(total)
        ? null
        : new RefundableSum(total, available);
  }

  /** What went back so far. */
  Money returned() {
    return total.minus(available);
  }
}
