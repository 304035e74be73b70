package duken.gateway;

import duken.domain.Capability;
import duken.domain.PayerProgress;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A bank for real money that says what a test wants. */
final class LiveBank implements PaymentProvider {

  final Set<Capability> can = EnumSet.allOf(Capability.class);
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger refunded = new AtomicInteger();
  final Map<String, ProviderReading> says = new ConcurrentHashMap<>();
  volatile Connection connection = Connection.CONNECTED;
  volatile boolean takesTiyn = true;
  volatile Function<PaymentRequest, ProviderReply<OpenedPayment>> onOpen = this::take;
  volatile Function<PaymentRef, ProviderReply<Withdrawn>> onCancel =
      _ -> new ProviderReply.Unknown<>("timeout");
  volatile Function<RefundRequest, ProviderReply<RefundReceipt>> onRefund = this::giveBack;

  ProviderReply<OpenedPayment> take(PaymentRequest request) {
    String id = Integer.toString(7_000 + opened.incrementAndGet());
    return new ProviderReply.Accepted<>(
        new OpenedPayment(id, "bank-qr:" + id, "https://bank.example/pay/" + id, null));
  }

  private ProviderReply<RefundReceipt> giveBack(RefundRequest request) {
    refunded.incrementAndGet();
    return new ProviderReply.Accepted<>(new RefundReceipt("R-" + request.refundId(), true));
  }

  @Override
  public String name() {
    return "livebank";
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
    return new Pace(4, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Override
  public boolean takesTiyn(duken.domain.PaymentKind kind) {
    return takesTiyn;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return onOpen.apply(request);
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    return says.getOrDefault(
        payment.operationId(),
        new ProviderReading.Waiting(PayerProgress.WAITING, false, "Wait", null));
  }

  @Override
  public Lookup find(PaymentRequest request) {
    return new Lookup.Unsure("timeout");
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    return onCancel.apply(payment);
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    return onRefund.apply(request);
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return new RefundReading.Silent("timeout");
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return new ProviderReply.Accepted<>(new PayerName("Асель Т."));
  }
}
