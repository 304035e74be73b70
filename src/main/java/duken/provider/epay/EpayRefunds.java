package duken.provider.epay;

import duken.domain.Money;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.wire.EpayCalls;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import duken.provider.epay.wire.StatusAnswer;
import java.util.Optional;

/**
 * Returns money (ePay sheet, section 8). Our refund id is the {@code externalID}; an answer that
 * was lost is looked for in the status, and nothing is sent again unless the status shows that
 * nothing went back.
 */
final class EpayRefunds {

  private static final Money SMALLEST = Money.ofTenge(10);

  private final EpayCalls calls;
  private final EpayTokens tokens;
  private final EpayStatusQuery statuses;
  private final EpayPayments payments;

  EpayRefunds(EpayCalls calls, EpayTokens tokens, EpayStatusQuery statuses, EpayPayments payments) {
    this.calls = calls;
    this.tokens = tokens;
    this.statuses = statuses;
    this.payments = payments;
  }

  /** Sends a refund once. */
  ProviderReply<RefundReceipt> refund(
      EpayAccount account, EpayPayment payment, RefundRequest request) {
    if (SMALLEST.exceeds(request.amount())) {
      return new Declined<>("refund_too_small", null, Why.REFUSED);
    }
    String transaction = statuses.transaction(account, payment);
    if (transaction == null) {
      return new Declined<>("transaction_unknown", null, Why.NOT_SENT);
    }
    remember(payment, transaction);
    String externalId = Long.toString(request.refundId());
    EpayTokens.Answer answer =
        tokens.forRefund(
            account,
            token -> calls.refund(account, token, transaction, request.amount(), externalId));
    return switch (answer.reply()) {
      case EpayReply.Success _ -> new Accepted<>(new RefundReceipt(externalId, true));
      case EpayReply.Unauthorized() -> new Declined<>("token_refused", null, Why.SIGNED_OUT);
      case EpayReply.Refused(_, String code, String message) ->
          new Declined<>(
              code == null ? "refund_refused" : "bank_code_" + code, message, Why.REFUSED);
      case EpayReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case EpayReply.Unclear(String code) ->
          answer.tokenOnly() ? new Declined<>(code, null, Why.NOT_SENT) : new Unknown<>(code);
    };
  }

  /** What became of a refund whose answer was lost. */
  RefundReading read(EpayAccount account, EpayPayment payment, RefundRequest request) {
    EpayReply reply = statuses.byIdentifier(account, payment);
    if (!(reply instanceof EpayReply.Success(var body))) {
      return new RefundReading.Silent("status_unknown");
    }
    Optional<EpayStatus> status = StatusAnswer.of(body).status();
    boolean whole = payment.amount().equals(request.refundedBefore().plus(request.amount()));
    if (status.filter(EpayStatus.REFUNDED::equals).isPresent()) {
      // After an earlier part was returned the word proves nothing of this one, unless it is all.
      return whole || request.refundedBefore().isZero()
          ? new RefundReading.Done(new RefundReceipt(Long.toString(request.refundId()), true))
          : new RefundReading.UnderWay();
    }
    return whole && status.filter(EpayStatus.PAID::equals).isPresent()
        ? new RefundReading.NotFound()
        : new RefundReading.UnderWay();
  }

  private void remember(EpayPayment payment, String transaction) {
    if (payment.names().transactionId() == null) {
      payments.update(payment.heard(null, transaction));
    }
  }
}
