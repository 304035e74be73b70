package duken.provider.epay;

import duken.domain.PaymentDetails;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.payment.PaymentIdentifier;
import duken.provider.epay.wire.EpayCalls;
import duken.provider.epay.wire.EpayFields;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes QRs and pay links (ePay sheet, sections 3 and 9). The identifier is stored before the
 * provider is called; no payer's phone, name or address is ever sent.
 */
final class EpayOpening {

  private static final int LONGEST_DESCRIPTION = 250;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int LONGEST_LINK = 500;

  /** Words for it name the settings of the invoice link. */
  private static final String WRONG_SHOP = "link_refused";

  /** A token and no QR: words for it name the settings of the QR terminal (ePay sheet, 1). */
  private static final String WRONG_TERMINAL = "qr_refused";

  private final EpayCalls calls;
  private final EpayTokens tokens;
  private final EpayPayments payments;
  private final InstantSource clock;

  EpayOpening(EpayCalls calls, EpayTokens tokens, EpayPayments payments, InstantSource clock) {
    this.calls = calls;
    this.tokens = tokens;
    this.payments = payments;
    this.clock = clock;
  }

  ProviderReply<OpenedPayment> open(EpayAccount account, PaymentRequest request) {
    return switch (request.kind()) {
      case QR -> qr(account, request);
      case LINK -> link(account, request);
      case PHONE, TERMINAL -> new Declined<>("not_supported", null, Why.REFUSED);
    };
  }

  private ProviderReply<OpenedPayment> qr(EpayAccount account, PaymentRequest request) {
    EpayPayment payment = payments.begin(fresh(request));
    EpayTokens.Answer answer =
        tokens.with(
            account, payment, token -> calls.generate(account, token, body(account, request)));
    return reply(answer, body -> opened(payment, body), WRONG_TERMINAL);
  }

  private interface Reading {
    Optional<OpenedPayment> of(JsonNode body);
  }

  private static ProviderReply<OpenedPayment> reply(
      EpayTokens.Answer answer, Reading reading, String refused) {
    return switch (answer.reply()) {
      case EpayReply.Success(var body) ->
          reading
              .of(body)
              .<ProviderReply<OpenedPayment>>map(Accepted::new)
              .orElseGet(() -> new Unknown<>("unreadable_answer"));
      case EpayReply.Unauthorized() -> new Declined<>("token_refused", null, Why.SIGNED_OUT);
      case EpayReply.Refused _ when answer.tokenOnly() ->
          new Declined<>("token_refused", null, Why.SIGNED_OUT);
      case EpayReply.Refused(_, _, String message) -> new Declined<>(refused, message, Why.REFUSED);
      case EpayReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case EpayReply.Unclear(String code) ->
          answer.tokenOnly() ? new Declined<>(code, null, Why.NOT_SENT) : new Unknown<>(code);
    };
  }

  private Optional<OpenedPayment> opened(EpayPayment payment, JsonNode body) {
    Optional<String> bill =
        EpayFields.text(body, "billNumber").filter(text -> text.matches("\\d{1,19}"));
    Optional<String> qr = EpayFields.text(body, "qrcode");
    if (bill.isEmpty() || qr.isEmpty()) {
      return Optional.empty();
    }
    EpayPayment opened = payment.opened(bill.get());
    payments.update(opened);
    String link = EpayFields.text(body, "homebankLink").orElse(qr.get());
    Instant until = clock.instant().plus(EpayPayment.QR_LIFE);
    return Optional.of(new OpenedPayment(bill.get(), qr.get(), link, until, details(opened, body)));
  }

  private static PaymentDetails details(EpayPayment opened, JsonNode body) {
    PaymentDetails details = opened.details();
    return EpayFields.text(body, "onlinebankLink")
        .filter(link -> link.length() <= LONGEST_LINK)
        .map(link -> details.with("onlinebank_link", link))
        .orElse(details);
  }

  private ProviderReply<OpenedPayment> link(EpayAccount account, PaymentRequest request) {
    if (account.link() == null) {
      return new Declined<>("not_supported", null, Why.REFUSED);
    }
    EpayPayment payment = payments.begin(fresh(request));
    EpayTokens.Answer answer =
        tokens.forLink(
            account, token -> calls.link(account, token, invoice(account, payment, request)));
    return reply(answer, body -> linked(account, payment, request, body), WRONG_SHOP);
  }

  /**
   * How the bank names the link is not documented: the names that were seen come first, then any
   * address in the answer that is not one of those we sent.
   */
  private Optional<OpenedPayment> linked(
      EpayAccount account, EpayPayment payment, PaymentRequest request, JsonNode body) {
    Set<String> ours = addresses(account, request);
    return EpayFields.firstText(body, "invoice_url", "invoiceUrl", "payment_url", "link", "url")
        .filter(EpayOpening::isAddress)
        .or(() -> EpayFields.firstOf(body, text -> isAddress(text) && !ours.contains(text)))
        .map(
            link -> {
              EpayPayment opened = payment.opened(tokens.identifier(payment));
              payments.update(opened);
              return new OpenedPayment(
                  opened.names().operationId(),
                  null,
                  link,
                  request.life().expiresAt(),
                  opened.details());
            });
  }

  private Map<String, Object> invoice(
      EpayAccount account, EpayPayment payment, PaymentRequest request) {
    // Days are the only unit the documents show; the bank's link must not end before our invoice.
    long seconds = Duration.between(clock.instant(), request.life().expiresAt()).toSeconds();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("shop_id", account.link().shopId());
    body.put("account_id", Long.toString(request.invoiceId()));
    body.put("invoice_id", tokens.identifier(payment));
    body.put("amount", new BigDecimal(EpayFields.amount(request.amount())));
    body.put("language", "rus");
    body.put("description", description(request));
    body.put("expire_period", Math.max(1, (seconds + DAY - 1) / DAY) + "d");
    body.put("currency", "KZT");
    body.put("post_link", account.callback("post"));
    body.put("failure_post_link", account.callback("failure"));
    body.put("back_link", request.customer().payLink());
    body.put("failure_back_link", request.customer().payLink());
    return body;
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://\\S+");
  }

  private static Set<String> addresses(EpayAccount account, PaymentRequest request) {
    Set<String> ours = new HashSet<>();
    ours.add(account.callback("post"));
    ours.add(account.callback("failure"));
    ours.add(request.customer().payLink());
    return ours;
  }

  private EpayPayment fresh(PaymentRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int attempt = payments.attempts(request.invoiceId(), request.mark());
    String text =
        request.tenantId() + "/" + request.invoiceId() + "/" + request.mark() + "/" + attempt;
    return new EpayPayment(
        0,
        request.tenantId(),
        request.invoiceId(),
        request.mark(),
        request.kind(),
        request.amount(),
        new EpayPayment.Names(PaymentIdentifier.of(text, now), null, null, null),
        EpayStatus.NEW,
        now);
  }

  private static Map<String, Object> body(EpayAccount account, PaymentRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("postLink", account.callback("post"));
    body.put("failurePostLink", account.callback("failure"));
    body.put("description", description(request));
    body.put("language", "ru");
    body.put("accountId", Long.toString(request.invoiceId()));
    return body;
  }

  private static String description(PaymentRequest request) {
    String text =
        request.customer().description() == null ? "" : request.customer().description().strip();
    if (text.isEmpty()) {
      text = "№ " + request.invoiceId();
    }
    return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
  }
}
