package duken.provider.epay;

import duken.domain.Capability;
import duken.domain.Phone;
import duken.provider.ClosedPayment;
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
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpayAccounts;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Payments by QR through ePayment.kz (ePay sheet). */
public final class EpayProvider implements PaymentProvider {

  /** The name that is stored with invoices. */
  public static final String NAME = "epay";

  private static final Pace PACE = new Pace(4, EpayStatusQuery.OFTEN, EpayStatusQuery.OFTEN);
  private static final Duration LATE = Duration.ofHours(24);
  private static final int MOST_LATE = 20;
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final EpayAccounts accounts;
  private final EpayPayments payments;
  private final EpayOpening opening;
  private final EpayStatusQuery statuses;
  private final EpayHeldMoney held;
  private final EpayRefunds refunds;
  private final InstantSource clock;

  EpayProvider(
      EpayAccounts accounts,
      EpayPayments payments,
      EpayOpening opening,
      EpayStatusQuery statuses,
      EpayHeldMoney held,
      EpayRefunds refunds,
      InstantSource clock) {
    this.accounts = accounts;
    this.payments = payments;
    this.opening = opening;
    this.statuses = statuses;
    this.held = held;
    this.refunds = refunds;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.QR,
        Capability.LINK,
        Capability.CANCEL,
        Capability.REFUND,
        Capability.PARTIAL_REFUND);
  }

  @Override
  public Set<Capability> capabilities(long tenantId) {
    Set<Capability> all = capabilities();
    if (accounts.of(tenantId).filter(it -> it.link() != null).isEmpty()) {
      all.remove(Capability.LINK);
    }
    return all;
  }

  @Override
  public Connection connection(long tenantId) {
    if (accounts.of(tenantId).isEmpty()) {
      return Connection.NOT_CONFIGURED;
    }
    return Connection.CONNECTED;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  /** There is no call that revokes an unpaid QR (ePay sheet, section 8). */
  @Override
  public boolean closesLocally() {
    return true;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return accounts
        .of(request.tenantId())
        .map(account -> opening.open(account, request))
        .orElseGet(() -> new Declined<>("not_connected", null, Why.SIGNED_OUT));
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    Optional<EpayAccount> account = accounts.of(payment.tenantId());
    if (account.isEmpty()) {
      return new ProviderReading.Silent("not_connected", true, AFTER_TROUBLE);
    }
    return known(payment)
        .map(it -> read(account.get(), it, payment.isUnwanted()))
        .orElseGet(() -> new ProviderReading.Silent("payment_unknown", false, AFTER_TROUBLE));
  }

  /**
   * A picture whose answer was lost was seen by nobody and cannot be paid: the next try gets an
   * identifier of its own.
   */
  @Override
  public Lookup find(PaymentRequest request) {
    return new Lookup.Absent();
  }

  @Override
  public void unwanted(PaymentRef payment) {
    known(payment).ifPresent(it -> withdrawn.add(it.names().identifier()));
  }

  /** Held money is released; an unpaid QR is left to run out. */
  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    Optional<EpayAccount> account = accounts.of(payment.tenantId());
    Optional<EpayPayment> known = known(payment);
    known.ifPresent(it -> withdrawn.add(it.names().identifier()));
    if (account.isPresent() && known.filter(EpayHeldMoney::isHeld).isPresent()) {
      return held.release(account.get(), known.get());
    }
    return new Accepted<>(new Withdrawn());
  }

  /** Money that came after an invoice had to be closed: callbacks may have been lost. */
  @Override
  public Differences differing(ClosedPayments closed, Instant since) {
    Instant late = clock.instant().minus(LATE);
    return new Differences(
        closed.recent().stream()
            .filter(it -> !it.paid() && it.ref().openedAt().isAfter(late))
            .map(ClosedPayment::ref)
            .filter(it -> known(it).filter(payment -> !payment.status().isTerminal()).isPresent())
            .limit(MOST_LATE)
            .filter(this::isPaidLate)
            .collect(Collectors.toSet()),
        true);
  }

  /** What the bank holds for a closed invoice goes back; nobody takes it. */
  private boolean isPaidLate(PaymentRef closed) {
    ProviderReading reading = read(closed);
    if (reading instanceof ProviderReading.Waiting waiting && waiting.held()) {
      cancel(closed);
    }
    return reading instanceof ProviderReading.Paid;
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    Optional<EpayAccount> account = accounts.of(request.payment().tenantId());
    Optional<EpayPayment> payment = known(request.payment());
    return account.isPresent() && payment.isPresent()
        ? refunds.refund(account.get(), payment.get(), request)
        : new Declined<>("not_connected", null, Why.SIGNED_OUT);
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    Optional<EpayAccount> account = accounts.of(request.payment().tenantId());
    Optional<EpayPayment> payment = known(request.payment());
    return account.isPresent() && payment.isPresent()
        ? refunds.read(account.get(), payment.get(), request)
        : new RefundReading.Silent("not_connected");
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return new Unknown<>("not_supported");
  }

  private ProviderReading read(EpayAccount account, EpayPayment payment, boolean isUnwanted) {
    ProviderReading reading = statuses.read(account, payment);
    accounts.trouble(
        payment.tenantId(),
        reading instanceof ProviderReading.Silent silent && silent.signedOut()
            ? silent.code()
            : null);
    if (reading instanceof ProviderReading.Waiting waiting
        && waiting.held()
        && !isUnwanted
        && !withdrawn.contains(payment.names().identifier())) {
      held.confirm(account, payment);
    }
    boolean over =
        reading instanceof ProviderReading.Paid || reading instanceof ProviderReading.Ended;
    if (over) {
      held.forget(payment);
    }
    boolean asWished =
        over
            && withdrawn.remove(payment.names().identifier())
            && reading instanceof ProviderReading.Ended(Ending ending, _, _)
            && ending == Ending.REJECTED;
    return asWished
        ? new ProviderReading.Ended(Ending.WITHDRAWN, payment.status().name())
        : reading;
  }

  private Optional<EpayPayment> known(PaymentRef ref) {
    return payments.ofOperation(ref.tenantId(), ref.operationId());
  }
}
