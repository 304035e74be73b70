package duken.engine;

import duken.domain.Capability;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.Connection;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.Pace;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A bank that says what a test wants it to say, and remembers what it was asked. */
public final class OddBank implements PaymentProvider {

  public final Set<Capability> can = EnumSet.allOf(Capability.class);
  public final List<PaymentRequest> opened = new CopyOnWriteArrayList<>();
  public final List<PaymentRef> read = new CopyOnWriteArrayList<>();
  final List<PaymentRef> cancelled = new CopyOnWriteArrayList<>();
  public final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
  public final Map<String, ProviderReading> says = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  volatile Connection connection = Connection.CONNECTED;
  volatile boolean renewsQr;
  volatile boolean closesLocally;
  volatile boolean takesTiyn = true;

  /** How often it is asked because somebody looks; null for one that is always asked. */
  volatile Duration pauseOfLooks;

  public volatile Pace pace = new Pace(4, Duration.ofSeconds(1), Duration.ofSeconds(1));
  public volatile Function<PaymentRequest, ProviderReply<OpenedPayment>> onOpen = this::takes;
  volatile Function<PaymentRequest, Lookup> onFind = _ -> new Lookup.Absent();
  public volatile Function<PaymentRef, ProviderReading> onRead = this::said;
  volatile Function<PaymentRef, ProviderReply<Withdrawn>> onCancel =
      _ -> new ProviderReply.Accepted<>(new Withdrawn());
  public volatile Function<RefundRequest, ProviderReply<RefundReceipt>> onRefund =
      request -> new ProviderReply.Accepted<>(new RefundReceipt("R-" + request.refundId(), true));
  public volatile Function<RefundRequest, RefundReading> onReadRefund =
      _ -> new RefundReading.NotFound();

  public static ProviderReading waiting(PayerProgress payerProgress) {
    return new ProviderReading.Waiting(payerProgress, false, "Wait", null);
  }

  public static ProviderReading silent() {
    return new ProviderReading.Silent("timeout", false, null);
  }

  public static ProviderReading ended(ProviderReading.Ending ending) {
    return new ProviderReading.Ended(ending, ending.name());
  }

  public static ProviderReading paid() {
    return new ProviderReading.Paid(null, null, null, null, "Processed");
  }

  public static <T> ProviderReply<T> no(ProviderReply.Why why) {
    return new ProviderReply.Declined<>("odd_no", "Нет", why);
  }

  public ProviderReply<OpenedPayment> takes(PaymentRequest request) {
    return new ProviderReply.Accepted<>(fresh());
  }

  OpenedPayment fresh() {
    String id = "odd-" + number.incrementAndGet();
    return new OpenedPayment(id, "https://qr.example.kz/" + id, null, null);
  }

  private ProviderReading said(PaymentRef payment) {
    return says.getOrDefault(payment.operationId(), waiting(PayerProgress.WAITING));
  }

  @Override
  public String name() {
    return "odd";
  }

  @Override
  public Set<Capability> capabilities() {
    return can;
  }

  @Override
  public Connection connection(long tenantId) {
    return connection;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public boolean takesTiyn(PaymentKind kind) {
    return takesTiyn;
  }

  @Override
  public Optional<Duration> asksWhenLookedAt(PaymentKind kind) {
    return Optional.ofNullable(pauseOfLooks);
  }

  @Override
  public boolean closesLocally() {
    return closesLocally;
  }

  @Override
  public boolean renewsQr() {
    return renewsQr;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    opened.add(request);
    return onOpen.apply(request);
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    read.add(payment);
    return onRead.apply(payment);
  }

  @Override
  public Lookup find(PaymentRequest request) {
    return onFind.apply(request);
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    cancelled.add(payment);
    return onCancel.apply(payment);
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    refunds.add(request);
    return onRefund.apply(request);
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return onReadRefund.apply(request);
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return new ProviderReply.Accepted<>(new PayerName("Асель Т."));
  }
}
