package duken.provider.epay;

import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Waiting;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.wire.EpayCalls;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import duken.provider.epay.wire.StatusAnswer;
import duken.provider.epay.wire.StatusAnswer.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how a payment stands, and says it in the words of the front (ePay sheet, sections 4, 5). */
final class EpayStatusQuery {

  /** While somebody is likely to look at the picture, or has scanned it (section 4). */
  static final Duration OFTEN = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(EpayStatusQuery.class);
  private static final Duration SELDOM = Duration.ofSeconds(15);
  private static final Duration LOOKED_AT = Duration.ofMinutes(5);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final EpayCalls calls;
  private final EpayTokens tokens;
  private final EpayPayments payments;
  private final InstantSource clock;

  EpayStatusQuery(EpayCalls calls, EpayTokens tokens, EpayPayments payments, InstantSource clock) {
    this.calls = calls;
    this.tokens = tokens;
    this.payments = payments;
    this.clock = clock;
  }

  /** What the provider says of this payment now. */
  ProviderReading read(EpayAccount account, EpayPayment payment) {
    EpayReply reply =
        payment.kind() != PaymentKind.QR
            ? byIdentifier(account, payment)
            : byBill(account, payment);
    return reading(payment, reply);
  }

  /** The transaction that a refund names: asked for when no callback told it. Null when unknown. */
  String transaction(EpayAccount account, EpayPayment payment) {
    return payment.names().transactionId() != null
        ? payment.names().transactionId()
        : transaction(byIdentifier(account, payment));
  }

  /** The check-status answer, which alone tells of refunds. */
  EpayReply byIdentifier(EpayAccount account, EpayPayment payment) {
    return reply(
        tokens.with(account, payment, token -> calls.checkStatus(account, token, sent(payment))));
  }

  private EpayReply byBill(EpayAccount account, EpayPayment payment) {
    EpayReply reply =
        reply(
            tokens.with(
                account,
                payment,
                token -> calls.status(account, token, payment.names().operationId())));
    boolean enough =
        switch (reply) {
          case EpayReply.Success(var body) -> isEnough(StatusAnswer.of(body));
          case EpayReply.Refused _ -> false;
          case EpayReply.Unauthorized _, EpayReply.Unclear _, EpayReply.NotSent _ -> true;
        };
    return enough ? reply : better(byIdentifier(account, payment), reply);
  }

  /** Whoever gets no token is not known to the bank, whatever the status of that answer. */
  private static EpayReply reply(EpayTokens.Answer answer) {
    return answer.tokenOnly() && answer.reply() instanceof EpayReply.Refused
        ? new EpayReply.Unauthorized()
        : answer.reply();
  }

  /** A paid answer without its amount proves nothing: the other question tells it. */
  private static boolean isEnough(StatusAnswer said) {
    return said.word() != null
        && (said.amount() != null || said.status().filter(EpayStatus::isPaid).isEmpty());
  }

  private static EpayReply better(EpayReply second, EpayReply first) {
    boolean tells =
        second instanceof EpayReply.Success(var body) && StatusAnswer.of(body).word() != null;
    return tells || !(first instanceof EpayReply.Success) ? second : first;
  }

  private ProviderReading reading(EpayPayment payment, EpayReply reply) {
    return switch (reply) {
      case EpayReply.Success(var body) -> reading(payment, StatusAnswer.of(body));
      case EpayReply.Unauthorized() -> new Silent("token_refused", true, AFTER_TROUBLE);
      case EpayReply.Refused refused -> {
        LOG.warn("payment {}: the status was refused, HTTP {}", payment.id(), refused.status());
        yield new Silent("status_refused", false, AFTER_TROUBLE);
      }
      case EpayReply.Unclear(String code) -> new Silent(code, false, null);
      case EpayReply.NotSent(String code) -> new Silent(code, false, null);
    };
  }

  private ProviderReading reading(EpayPayment payment, StatusAnswer said) {
    if (said.result() == Result.MISCONFIGURED) {
      LOG.warn(
          "payment {}: the terminal is missing in the token, or another client's", payment.id());
      return new Silent("terminal_refused", false, AFTER_TROUBLE);
    }
    if (said.result() == Result.RETRY) {
      return new Silent("bank_busy", false, null);
    }
    if (said.result() == Result.NOT_FOUND) {
      return waiting(payment);
    }
    if (said.status().isEmpty()) {
      LOG.warn(
          "payment {}: the provider said a status word nobody knows; nothing changes",
          payment.id());
      return waiting(payment);
    }
    return known(payment, said, said.status().get());
  }

  private ProviderReading known(EpayPayment payment, StatusAnswer said, EpayStatus status) {
    boolean unproven = status.isPaid() && !payment.amount().equals(said.amount());
    EpayPayment after = payment.heard(unproven ? null : status, said.transactionId());
    if (!after.equals(payment)) {
      payments.update(after);
    }
    if (!unproven) {
      return reading(after);
    }
    if (said.amount() == null) {
      LOG.warn("payment {}: paid without an amount is not paid", payment.id());
      return waiting(after);
    }
    return new ProviderReading.Undecided("amount_mismatch", null, said.amount());
  }

  /** What a stored status means. */
  ProviderReading reading(EpayPayment payment) {
    String word = payment.status().name();
    return switch (payment.status()) {
      case NEW, SCANNED, BLOCKED -> waiting(payment);
      case PAID ->
          new ProviderReading.Paid(null, payment.amount(), null, null, word, payment.details());
      case REFUNDED ->
          new ProviderReading.Paid(
              null, payment.amount(), null, payment.amount(), word, payment.details());
      case REJECTED ->
          new Ended(payment.isOver(clock.instant()) ? Ending.RAN_OUT : Ending.REJECTED, word);
      case CLOSED, RETURN -> new Ended(Ending.CUSTOMER_LEFT, word);
    };
  }

  private Waiting waiting(EpayPayment payment) {
    PayerProgress payerProgress =
        switch (payment.status()) {
          case SCANNED -> PayerProgress.SCANNED;
          case BLOCKED -> PayerProgress.CONFIRMING;
          case NEW, PAID, REJECTED, CLOSED, RETURN, REFUNDED -> PayerProgress.WAITING;
        };
    boolean held = payment.status() == EpayStatus.BLOCKED;
    Instant now = clock.instant();
    boolean often =
        payerProgress != PayerProgress.WAITING || now.isBefore(payment.createdAt().plus(LOOKED_AT));
    return new Waiting(payerProgress, held, payment.status().name(), often ? OFTEN : SELDOM);
  }

  private static String transaction(EpayReply reply) {
    if (!(reply instanceof EpayReply.Success(var body))) {
      return null;
    }
    StatusAnswer said = StatusAnswer.of(body);
    if (said.transactionId() == null && said.reference() != null) {
      LOG.warn("a transaction is known by its reference only");
    }
    return said.transactionId() == null ? said.reference() : said.transactionId();
  }

  private String sent(EpayPayment payment) {
    return tokens.identifier(payment);
  }
}
