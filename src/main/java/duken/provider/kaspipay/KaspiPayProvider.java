package duken.provider.kaspipay;

import duken.domain.Capability;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.ClosedPayments;
import duken.provider.Connection;
import duken.provider.Differences;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.Pace;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Silent;
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
import duken.provider.kaspipay.account.KaspiPayAccounts;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.provider.kaspipay.account.Scheme;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Payments by the bank's official API, three schemes (Kaspi Pay sheet). */
public final class KaspiPayProvider implements PaymentProvider {

  /** The name that is stored with invoices. */
  public static final String NAME = "kaspi-pay";

  private static final Pace PACE = new Pace(4, Duration.ofSeconds(5), Duration.ofSeconds(1));
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final KaspiPayAccounts accounts;
  private final Cashdesk desk;
  private final KaspiPayCalls calls;
  private final PaymentOpening opening;
  private final KaspiPayStatusMapper statuses;
  private final KaspiPayRefunds refunds;
  private final ReturnsElsewhere elsewhere;
  private final PayerLookupLimit lookups;
  private final KaspiPaySettings settings;

  KaspiPayProvider(
      KaspiPayAccounts accounts,
      Cashdesk desk,
      KaspiPayCalls calls,
      PaymentOpening opening,
      KaspiPayStatusMapper statuses,
      KaspiPayRefunds refunds,
      ReturnsElsewhere elsewhere,
      PayerLookupLimit lookups,
      KaspiPaySettings settings) {
    this.accounts = accounts;
    this.desk = desk;
    this.calls = calls;
    this.opening = opening;
    this.statuses = statuses;
    this.refunds = refunds;
    this.elsewhere = elsewhere;
    this.lookups = lookups;
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Scheme.R3.capabilities();
  }

  @Override
  public Set<Capability> capabilities(long tenantId) {
    return accounts
        .of(tenantId)
        .map(it -> it.scheme().capabilities())
        .orElseGet(this::capabilities);
  }

  @Override
  public Connection connection(long tenantId) {
    return accounts.of(tenantId).isEmpty() ? Connection.NOT_CONFIGURED : Connection.CONNECTED;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Duration firstQuestion(PaymentRef opened) {
    return opened.kind() == PaymentKind.PHONE
        ? PACE.firstQuestion()
        : statuses.firstPause(opened.operationId());
  }

  @Override
  public boolean renewsQr() {
    return true;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return with(
        request.tenantId(),
        account -> opening.open(account, request),
        () -> new Declined<>("not_connected", null, Why.SIGNED_OUT));
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    return with(
        payment.tenantId(),
        account -> read(account, payment),
        () -> new Silent("not_connected", true, AFTER_TROUBLE));
  }

  /**
   * Bills are not asked about at an interval: the bank forbids it (sheet, section 9). They are read
   * one by one when somebody looks and at their end.
   */
  @Override
  public Map<PaymentRef, ProviderReading> readAll(Collection<PaymentRef> payments) {
    Map<PaymentRef, ProviderReading> readings = new LinkedHashMap<>();
    for (PaymentRef payment : payments) {
      if (payment.kind() != PaymentKind.PHONE || !settings.billPoll().isZero()) {
        readings.put(payment, read(payment));
      }
    }
    return readings;
  }

  @Override
  public Optional<Duration> asksWhenLookedAt(PaymentKind kind) {
    return kind == PaymentKind.PHONE ? Optional.of(Duration.ofSeconds(30)) : Optional.empty();
  }

  @Override
  public Differences differing(ClosedPayments closed, Instant since) {
    return new Differences(elsewhere.suspects(closed.recent()), true);
  }

  /**
   * A picture whose answer was lost was seen by nobody. A bill may be with the customer, and there
   * is no list to search: a person decides (sheet, sections 11 and 13).
   */
  @Override
  public Lookup find(PaymentRequest request) {
    return request.kind() == PaymentKind.PHONE
        ? new Lookup.Unfindable("bill_may_be_sent")
        : new Lookup.Absent();
  }

  /** An unpaid QR or link cannot be withdrawn: the bank ends it by itself (sheet, section 4). */
  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    if (payment.kind() != PaymentKind.PHONE) {
      return new Accepted<>(new Withdrawn());
    }
    return with(
        payment.tenantId(),
        account ->
            withdrawn(
                desk.call(
                    payment.tenantId(),
                    account,
                    it -> calls.cancelBill(it, payment.operationId()))),
        () -> new Declined<>("not_connected", null, Why.SIGNED_OUT));
  }

  @Override
  public ReturnedSum returned(PaymentRef payment) {
    return with(
        payment.tenantId(),
        account -> refunds.returned(account, payment),
        () -> new ReturnedSum.Silent("not_connected", true));
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    return with(
        request.payment().tenantId(),
        account -> refunds.refund(account, request),
        () -> new Declined<>("not_connected", null, Why.SIGNED_OUT));
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return with(
        request.payment().tenantId(),
        account -> refunds.read(account, request),
        () -> new RefundReading.Silent("not_connected"));
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return with(
        tenantId,
        account -> payer(tenantId, account, phone),
        () -> new Declined<>("not_connected", null, Why.SIGNED_OUT));
  }

  private ProviderReply<PayerName> payer(long tenantId, KaspiPayAccount account, Phone phone) {
    if (!account.scheme().namesOrganization() || !lookups.take(tenantId)) {
      return new Unknown<>("not_now");
    }
    BankReply reply = desk.call(tenantId, account, it -> calls.clientInfo(it, phone));
    return switch (reply) {
      case BankReply.Success(JsonNode data) -> {
        String name = BankFields.text(data, "ClientName");
        yield name == null ? new Unknown<>("protocol_error") : new Accepted<>(new PayerName(name));
      }
      case BankReply.Refused(long code, String message) ->
          new Declined<>(StatusCode.word(code), message, Why.REFUSED);
      case BankReply.Unrecognised() -> new Declined<>("credentials_refused", null, Why.SIGNED_OUT);
      case BankReply.Busy() -> new Unknown<>("bank_busy");
      case BankReply.NotSent(String code) -> new Unknown<>(code);
      case BankReply.Unclear(String code) -> new Unknown<>(code);
    };
  }

  private ProviderReading read(KaspiPayAccount account, PaymentRef payment) {
    BankReply reply =
        desk.call(payment.tenantId(), account, it -> calls.status(it, payment.operationId()));
    return switch (reply) {
      case BankReply.Success(JsonNode data) ->
          statuses.reading(payment, data, refunded(account, payment, data));
      case BankReply.Refused(long code, _) ->
          new Silent(StatusCode.word(code), false, AFTER_TROUBLE);
      case BankReply.Unrecognised() -> new Silent("credentials_refused", true, AFTER_TROUBLE);
      case BankReply.Busy() -> new Silent("bank_busy", false, null);
      case BankReply.NotSent(String code) -> new Silent(code, false, null);
      case BankReply.Unclear(String code) -> new Silent(code, false, null);
    };
  }

  /** Asked for only where something may have gone back: at once after a sale nothing has. */
  private Money refunded(KaspiPayAccount account, PaymentRef payment, JsonNode data) {
    if (account.scheme() == Scheme.R1
        || !KaspiPayStatusMapper.isPaid(data)
        || !elsewhere.isSuspect(payment)) {
      return null;
    }
    BankReply details =
        desk.call(payment.tenantId(), account, it -> calls.details(it, payment.operationId()));
    RefundableSum sum =
        details instanceof BankReply.Success(JsonNode said) ? RefundableSum.of(said) : null;
    return sum == null ? null : sum.returned();
  }

  private static ProviderReply<Withdrawn> withdrawn(BankReply reply) {
    return switch (reply) {
      case BankReply.Success _ -> new Accepted<>(new Withdrawn());
      case BankReply.Refused(long code, String message) ->
          new Declined<>(StatusCode.word(code), message, Why.REFUSED);
      case BankReply.Unrecognised() -> new Declined<>("credentials_refused", null, Why.SIGNED_OUT);
      case BankReply.Busy() -> new Declined<>("bank_busy", null, Why.NOT_SENT);
      case BankReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case BankReply.Unclear(String code) -> new Unknown<>(code);
    };
  }

  private <T> T with(
      long tenantId, Function<KaspiPayAccount, T> use, java.util.function.Supplier<T> otherwise) {
    return accounts.of(tenantId).map(use).orElseGet(otherwise);
  }
}
