package duken.provider.kaspipay;

import duken.domain.Money;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReading.Failed;
import duken.provider.RefundReading.Silent;
import duken.provider.RefundReading.UnderWay;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.wire.BankDates;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** Refunds of scheme r2: the customer scans a return QR first (Kaspi Pay sheet, section 10). */
final class CustomerPresentRefunds {

  private static final Duration USUAL_SCAN = Duration.ofSeconds(180);

  private final Cashdesk desk;
  private final KaspiPayCalls calls;
  private final LostRefunds lost;
  private final InstantSource clock;

  CustomerPresentRefunds(
      Cashdesk desk, KaspiPayCalls calls, LostRefunds lost, InstantSource clock) {
    this.desk = desk;
    this.calls = calls;
    this.lost = lost;
    this.clock = clock;
  }

  /** Makes the return QR. One whose answer was lost was seen by nobody and moves no money. */
  ProviderReply<RefundReceipt> begin(KaspiPayAccount account, RefundRequest request) {
    BankReply reply =
        desk.call(
            request.payment().tenantId(),
            account,
            it -> calls.createReturn(it, "refund-" + request.refundId()));
    return switch (reply) {
      case BankReply.Success(JsonNode data) -> {
        String id = BankFields.id(data, "QrReturnId");
        String qr = BankFields.text(data, "QrToken");
        yield id == null || qr == null
            ? new Unknown<>("protocol_error")
            : new Accepted<>(RefundReceipt.awaitingCustomer(id, qr, expires(data)));
      }
      case BankReply.Refused(long code, String message) ->
          new Declined<>(StatusCode.word(code), message, Why.REFUSED);
      case BankReply.Unrecognised() -> new Declined<>("credentials_refused", null, Why.SIGNED_OUT);
      case BankReply.Busy() -> new Declined<>("bank_busy", null, Why.REFUSED);
      case BankReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case BankReply.Unclear(String code) -> new Unknown<>(code);
    };
  }

  /** The next step of a refund whose return QR is shown. */
  RefundReading goOn(KaspiPayAccount account, RefundRequest request) {
    long tenantId = request.payment().tenantId();
    BankReply scanned =
        desk.call(tenantId, account, it -> calls.returnStatus(it, request.bankRefundId()));
    if (!(scanned instanceof BankReply.Success(JsonNode data))) {
      return new Silent("return_status_unknown");
    }
    String word = BankFields.text(data, "Status");
    if ("Error".equals(word)) {
      return judged(account, request, false);
    }
    return "CustomerIdentityObtained".equals(word)
        ? judged(account, request, true)
        : new UnderWay();
  }

  /** What went back is read first: an earlier look may have sent it and lost the answer. */
  private RefundReading judged(KaspiPayAccount account, RefundRequest request, boolean identified) {
    RefundableSum sum = details(account, request);
    if (sum == null) {
      return new Silent("details_unknown");
    }
    Money before = request.refundedBefore();
    if (sum.returned().equals(before.plus(request.amount()))) {
      return new RefundReading.Done(new RefundReceipt(request.bankRefundId(), true));
    }
    if (!sum.returned().equals(before)) {
      return new RefundReading.Undecided();
    }
    if (!identified) {
      return new Failed("return_qr_ran_out", null);
    }
    if (request.amount().exceeds(sum.available())) {
      return new Failed("refund_amount_exceeded", null);
    }
    return lost.maybeSent(request.refundId(), request.sentAt())
            && !lost.mayBeRepeated(request.refundId())
        ? new UnderWay()
        : send(account, request, sum);
  }

  private RefundableSum details(KaspiPayAccount account, RefundRequest request) {
    BankReply reply =
        desk.call(
            request.payment().tenantId(),
            account,
            it -> calls.details(it, request.payment().operationId()));
    return reply instanceof BankReply.Success(JsonNode data) ? RefundableSum.of(data) : null;
  }

  private RefundReading send(KaspiPayAccount account, RefundRequest request, RefundableSum before) {
    long tenantId = request.payment().tenantId();
    BankReply operations =
        desk.call(tenantId, account, it -> calls.returnOperations(it, request.bankRefundId()));
    if (!(operations instanceof BankReply.Success(JsonNode list))) {
      return new Silent("operations_unknown");
    }
    boolean ours = false;
    for (JsonNode row : list) {
      ours |= request.payment().operationId().equals(BankFields.id(row, "QrPaymentId"));
    }
    if (!ours) {
      return new Failed("another_customer", null);
    }
    lost.sent(request.refundId());
    BankReply reply = give(account, request);
    if (reply instanceof BankReply.Refused(long code, _) && code == StatusCode.REFUND_FAILED) {
      RefundableSum after = details(account, request);
      if (after == null) {
        return new UnderWay();
      }
      reply =
          after.equals(before)
              ? give(account, request)
              : new BankReply.Unclear("judged_by_the_next_look");
    }
    return switch (reply) {
      case BankReply.Success(JsonNode data) -> {
        String id = BankFields.id(data, "ReturnOperationId");
        yield new RefundReading.Done(
            new RefundReceipt(id == null ? request.bankRefundId() : id, true));
      }
      case BankReply.Refused(long code, String message) ->
          new Failed(StatusCode.word(code), message);
      case BankReply.Unrecognised _, BankReply.Busy _, BankReply.NotSent _ -> {
        lost.notSent(request.refundId());
        yield new Silent("refund_not_sent");
      }
      case BankReply.Unclear _ -> new UnderWay();
    };
  }

  private BankReply give(KaspiPayAccount account, RefundRequest request) {
    return desk.call(
        request.payment().tenantId(),
        account,
        it ->
            calls.refund(
                it, request.payment().operationId(), request.bankRefundId(), request.amount()));
  }

  private Instant expires(JsonNode data) {
    Duration scan =
        BankFields.seconds(
            data.path("QrReturnBehaviorOptions"),
            "QrCodeScanWaitTimeout",
            USUAL_SCAN,
            Duration.ofSeconds(10),
            Duration.ofHours(1));
    return BankDates.read(BankFields.text(data, "ExpireDate"))
        .orElseGet(() -> clock.instant().plus(scan));
  }
}
