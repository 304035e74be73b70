package duken.provider.epay.callback;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.Waiting;
import duken.provider.callback.CallbackRequest;
import duken.provider.callback.CallbackVerdict;
import duken.provider.callback.CallbackVerdict.Mismatch;
import duken.provider.callback.CallbackVerdict.Repeated;
import duken.provider.callback.CallbackVerdict.UnknownPayment;
import duken.provider.callback.CallbackVerdict.Unreadable;
import duken.provider.callback.CallbackVerdict.Unverified;
import duken.provider.callback.CallbackVerdict.Verified;
import duken.provider.callback.CallbackVerifier;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpayAccounts;
import duken.provider.epay.account.EpaySettings;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.wire.EpayTokens;
import duken.security.Digests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Verifies callbacks in the order of the ePay sheet, section 6: bytes, message, payment, age. What
 * does not prove where it comes from is never looked into.
 */
public final class EpayCallbackVerifier implements CallbackVerifier {

  private static final Duration DIGESTS_KEPT = Duration.ofHours(48);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final String CURRENCY = "KZT";

  private final EpaySettings settings;
  private final EpayAccounts accounts;
  private final EpayPayments payments;
  private final CallbackLayers layers;
  private final InstantSource clock;

  /** A verifier for the shops of {@code accounts}. */
  public EpayCallbackVerifier(
      EpaySettings settings, EpayAccounts accounts, EpayPayments payments, InstantSource clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.payments = payments;
    this.layers = new CallbackLayers(settings.backSign());
    this.clock = clock;
  }

  @Override
  public CallbackVerdict verify(CallbackRequest request) {
    Optional<Long> tenant = accounts.tenant(request.reference());
    if (tenant.isEmpty()) {
      return new UnknownPayment();
    }
    EpayAccount account = accounts.of(tenant.get()).orElseThrow();
    if (!layers.hold(account, request)) {
      return new Unverified();
    }
    String digest = digest(tenant.get(), request);
    if (payments.isProcessed(digest, clock.instant().minus(DIGESTS_KEPT))) {
      return new Repeated();
    }
    return CallbackBody.read(request.body())
        .map(CallbackPayload::of)
        .map(payload -> judge(tenant.get(), account, payload, digest))
        .orElseGet(Unreadable::new);
  }

  @Override
  public void processed(Verified callback) {
    Instant now = clock.instant();
    payments.markProcessed(callback.digest(), now, now.minus(DIGESTS_KEPT));
  }

  private CallbackVerdict judge(
      long tenantId, EpayAccount account, CallbackPayload payload, String digest) {
    if (payload.names().identifier().isEmpty() && payload.names().billNumber().isEmpty()) {
      return new Unreadable();
    }
    if (payload.dateTime().filter(at -> !isRecent(at)).isPresent()) {
      return new Unverified();
    }
    Optional<EpayPayment> payment =
        payload.names().identifier().isPresent()
            ? payments.named(tenantId, payload.names().identifier().get())
            : payments.ofOperation(tenantId, payload.names().billNumber().get());
    if (payment.isEmpty()) {
      return new UnknownPayment();
    }
    if (!echoes(account, payment.get(), payload)) {
      return new Unverified();
    }
    if (!fits(account, payment.get(), payload)) {
      Money amount =
          payload.sum().amount().filter(it -> !it.equals(payment.get().amount())).orElse(null);
      return new Mismatch(payment.get().invoiceId(), amount, payment.get().names().operationId());
    }
    return verified(payment.get(), payload, digest);
  }

  private CallbackVerdict verified(EpayPayment payment, CallbackPayload payload, String digest) {
    EpayPayment known = payment;
    if (payload.names().transactionId().isPresent() && payment.names().transactionId() == null) {
      known = payment.heard(null, payload.names().transactionId().get());
      payments.update(known);
    }
    ProviderReading reading =
        payload.meaning().isEmpty() ? unknown() : reading(known, payload.meaning().get());
    boolean proves = payload.dateTime().isPresent() && payload.sum().amount().isPresent();
    return new Verified(
        payment.invoiceId(),
        new PaymentRef(
            payment.tenantId(), payment.kind(), payment.names().operationId(), payment.createdAt()),
        reading,
        !proves,
        digest);
  }

  private ProviderReading reading(EpayPayment payment, EpayStatus status) {
    String word = status.name();
    return switch (status) {
      case PAID, REFUNDED ->
          new ProviderReading.Paid(null, payment.amount(), null, null, word, payment.details());
      case REJECTED ->
          new Ended(payment.isOver(clock.instant()) ? Ending.RAN_OUT : Ending.REJECTED, word);
      case CLOSED, RETURN -> new Ended(Ending.CUSTOMER_LEFT, word);
      case NEW -> new Waiting(PayerProgress.WAITING, false, word, null);
      case SCANNED -> new Waiting(PayerProgress.SCANNED, false, word, null);
      case BLOCKED -> new Waiting(PayerProgress.CONFIRMING, true, word, null);
    };
  }

  private static ProviderReading unknown() {
    return new Waiting(PayerProgress.WAITING, false, null, null);
  }

  private boolean isRecent(Instant at) {
    Instant now = clock.instant();
    return !at.isBefore(now.minus(settings.callbackWindow())) && !at.isAfter(now.plus(AHEAD));
  }

  /** What is echoed has to be ours; that it is missing proves nothing either way. */
  private static boolean echoes(EpayAccount account, EpayPayment payment, CallbackPayload payload) {
    return payload
        .secretHash()
        .map(it -> Digests.same(EpayTokens.secretHash(account, payment.names().identifier()), it))
        .orElse(true);
  }

  private static boolean fits(EpayAccount account, EpayPayment payment, CallbackPayload payload) {
    return !payload.sum().amountUnreadable()
        && payload.sum().amount().map(payment.amount()::equals).orElse(true)
        && payload.sum().currency().map(CURRENCY::equalsIgnoreCase).orElse(true)
        && (payment.kind() != PaymentKind.QR || isOfTerminal(account, payment, payload));
  }

  /** An invoice link is paid by the terminal of the link's shop, and has no bill of a QR. */
  private static boolean isOfTerminal(
      EpayAccount account, EpayPayment payment, CallbackPayload payload) {
    return payload.terminal().map(account.terminalId()::equalsIgnoreCase).orElse(true)
        && payload
            .names()
            .billNumber()
            .map(
                it ->
                    payment.names().operationId() == null
                        || payment.names().operationId().equals(it))
            .orElse(true);
  }

  /** The same bytes at another address or for another shop are another message. */
  private static String digest(long tenantId, CallbackRequest request) {
    String where = tenantId + (request.failure() ? "/failure" : "/post");
    return where + "/" + Digests.sha256Hex(request.body());
  }
}
