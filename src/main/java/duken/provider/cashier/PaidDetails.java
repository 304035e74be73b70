package duken.provider.cashier;

import duken.provider.PaymentRef;
import duken.provider.ProviderReading.Paid;
import duken.provider.cashier.payment.BulkStatusQuery;
import duken.provider.cashier.payment.RefundLookup;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.QrPayApi;
import tools.jackson.databind.JsonNode;

/**
 * A status does not say who paid, nor what was returned: the operation's details do. Paid it is
 * either way, so nobody waits long for them.
 */
final class PaidDetails {

  private PaidDetails() {}

  /** The same with what the details tell. */
  static Paid read(QrPayApi bank, CashierSession session, PaymentRef payment, Paid paid) {
    BankAnswer answer =
        bank.operationSoon(session, payment.operationId(), BulkStatusQuery.method(payment.kind()));
    return answer instanceof BankAnswer.Success(JsonNode data)
        ? new Paid(
            paid.at(),
            CashierFields.money(data, "Amount").orElse(paid.amount()),
            CashierFields.firstText(data, "ClientName", "ClientShortName").orElse(paid.payerName()),
            RefundLookup.returned(data).orElse(paid.refunded()),
            paid.word())
        : paid;
  }
}
