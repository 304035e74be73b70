package duken.provider.kaspipay;

import duken.domain.Money;
import duken.provider.PaymentRef;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.ReturnedSum;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.Scheme;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.util.Optional;

/**
 * Returns money (Kaspi Pay sheet, section 10): on r3 at once, on r2 with the customer present. A
 * lost answer is judged by what the bank says can still be returned, never by sending again.
 */
final class KaspiPayRefunds {

  private final Cashdesk desk;
  private final KaspiPayCalls calls;
  private final CustomerPresentRefunds present;
  private final LostRefunds lost;

  KaspiPayRefunds(
      Cashdesk desk, KaspiPayCalls calls, CustomerPresentRefunds present, LostRefunds lost) {
    this.desk = desk;
    this.calls = calls;
    this.present = present;
    this.lost = lost;
  }

  ProviderReply<RefundReceipt> refund(KaspiPayAccount account, RefundRequest request) {
    return switch (account.scheme()) {
      case R1 ->
          new Declined<>(
              "refund_in_bank_app",
              "Return the money in the Kaspi Pay app, then record it here by hand.",
              Why.REFUSED);
      case R2 -> present.begin(account, request);
      case R3 -> checked(account, request);
    };
  }

  RefundReading read(KaspiPayAccount account, RefundRequest request) {
    if (account.scheme() == Scheme.R2) {
      return request.bankRefundId() == null
          ? new RefundReading.NotFound()
          : present.goOn(account, request);
    }
    return details(account, request)
        .map(sum -> judged(request, sum))
        .orElseGet(() -> new RefundReading.Silent("details_unknown"));
  }

  /** What the bank says it has returned of a payment, whoever asked for it. */
  ReturnedSum returned(KaspiPayAccount account, PaymentRef payment) {
    if (account.scheme() == Scheme.R1) {
      return new ReturnedSum.Untold();
    }
    BankReply reply =
        desk.call(payment.tenantId(), account, it -> calls.details(it, payment.operationId()));
    RefundableSum sum =
        reply instanceof BankReply.Success(var data) ? RefundableSum.of(data) : null;
    return sum == null
        ? new ReturnedSum.Silent("details_unknown", reply instanceof BankReply.Unrecognised)
        : new ReturnedSum.Told(sum.returned());
  }

  /** The sum that can still go back is read before anything is sent. */
  private ProviderReply<RefundReceipt> checked(KaspiPayAccount account, RefundRequest request) {
    Optional<RefundableSum> sum = details(account, request);
    if (sum.isEmpty()) {
      return new Declined<>("details_unknown", null, Why.NOT_SENT);
    }
    if (request.amount().exceeds(sum.get().available())) {
      return new Declined<>("refund_amount_exceeded", null, Why.REFUSED);
    }
    BankReply reply = send(account, request);
    boolean again =
        reply instanceof BankReply.Refused(long code, _) && code == StatusCode.REFUND_FAILED;
    if (again) {
      Optional<RefundableSum> after = details(account, request);
      if (after.filter(it -> it.available().equals(sum.get().available())).isPresent()) {
        reply = send(account, request);
      } else if (after.isPresent()) {
        return new Accepted<>(new RefundReceipt(null, true));
      }
    }
    return answer(request, reply);
  }

  private ProviderReply<RefundReceipt> answer(RefundRequest request, BankReply reply) {
    return switch (reply) {
      case BankReply.Success(var data) ->
          new Accepted<>(new RefundReceipt(BankFields.id(data, "ReturnOperationId"), true));
      case BankReply.Refused(long code, String message) ->
          new Declined<>(StatusCode.word(code), message, Why.REFUSED);
      case BankReply.Unrecognised() -> new Declined<>("credentials_refused", null, Why.SIGNED_OUT);
      case BankReply.Busy() -> new Declined<>("bank_busy", null, Why.REFUSED);
      case BankReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case BankReply.Unclear(String code) -> {
        lost.sent(request.refundId());
        yield new Unknown<>(code);
      }
    };
  }

  private RefundReading judged(RefundRequest request, RefundableSum sum) {
    Money before = request.refundedBefore();
    if (sum.returned().equals(before.plus(request.amount()))) {
      return new RefundReading.Done(new RefundReceipt(request.bankRefundId(), true));
    }
    if (!sum.returned().equals(before)) {
      return new RefundReading.Undecided();
    }
    return lost.mayBeRepeated(request.refundId())
        ? new RefundReading.NotFound()
        : new RefundReading.UnderWay();
  }

  private BankReply send(KaspiPayAccount account, RefundRequest request) {
    return desk.call(
        request.payment().tenantId(),
        account,
        it -> calls.refund(it, request.payment().operationId(), null, request.amount()));
  }

  private Optional<RefundableSum> details(KaspiPayAccount account, RefundRequest request) {
    BankReply reply =
        desk.call(
            request.payment().tenantId(),
            account,
            it -> calls.details(it, request.payment().operationId()));
    return reply instanceof BankReply.Success(var data)
        ? Optional.ofNullable(RefundableSum.of(data))
        : Optional.empty();
  }
}
