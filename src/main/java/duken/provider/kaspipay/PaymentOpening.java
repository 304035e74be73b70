package duken.provider.kaspipay;

import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.wire.BankDates;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Makes QRs, pay links and bills (Kaspi Pay sheet, sections 5 and 11). */
final class PaymentOpening {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentOpening.class);

  private final Cashdesk desk;
  private final KaspiPayCalls calls;
  private final PaymentTimings timings;

  PaymentOpening(Cashdesk desk, KaspiPayCalls calls, PaymentTimings timings) {
    this.desk = desk;
    this.calls = calls;
    this.timings = timings;
  }

  ProviderReply<OpenedPayment> open(KaspiPayAccount account, PaymentRequest request) {
    BankReply reply =
        desk.call(
            request.tenantId(),
            account,
            it ->
                switch (request.kind()) {
                  case QR -> calls.createQr(it, request.amount(), request.mark());
                  case LINK -> calls.createLink(it, request.amount(), request.mark());
                  case PHONE ->
                      calls.createBill(
                          it,
                          request.amount(),
                          request.customer().phone(),
                          request.customer().description());
                  case TERMINAL -> new BankReply.NotSent("not_supported");
                });
    return switch (reply) {
      case BankReply.Success(JsonNode data) -> opened(request.kind(), data);
      case BankReply.Refused(long code, String message) ->
          new Declined<>(StatusCode.word(code), message, Why.REFUSED);
      case BankReply.Unrecognised() -> new Declined<>("credentials_refused", null, Why.SIGNED_OUT);
      case BankReply.Busy() ->
          new Declined<>(
              "bank_busy", null, request.kind() == PaymentKind.PHONE ? Why.NOT_SENT : Why.REFUSED);
      case BankReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case BankReply.Unclear(String code) -> new Unknown<>(code);
    };
  }

  private ProviderReply<OpenedPayment> opened(PaymentKind kind, JsonNode data) {
    String id = BankFields.id(data, kind == PaymentKind.LINK ? "PaymentId" : "QrPaymentId");
    if (id == null) {
      return new Unknown<>("protocol_error");
    }
    String token = BankFields.text(data, "QrToken");
    String link = BankFields.text(data, "PaymentLink");
    boolean shown = kind == PaymentKind.PHONE || (kind == PaymentKind.QR ? token : link) != null;
    if (!shown) {
      return new Unknown<>("protocol_error");
    }
    if (kind != PaymentKind.PHONE) {
      timings.created(id, data);
    }
    return new Accepted<>(
        new OpenedPayment(
            id,
            kind == PaymentKind.QR ? token : link,
            kind == PaymentKind.QR ? linkOf(token) : link,
            expires(data),
            PaymentDetails.NONE));
  }

  /** A QR is its own link only where its text is one (sheet, section 13). */
  private static String linkOf(String token) {
    return token.startsWith("https://") ? token : null;
  }

  private static Instant expires(JsonNode data) {
    String text = BankFields.text(data, "ExpireDate");
    Instant at = BankDates.read(text).orElse(null);
    if (at == null && text != null) {
      LOG.warn("the bank wrote a date nobody can read; its usual times hold");
    }
    return at;
  }
}
