package duken.provider.smartpos;

import duken.domain.Capability;
import duken.domain.Money;
import duken.domain.PaymentDetails;
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
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.SingleDevice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** The shop's own terminal on the counter (Smart POS, sections 4 to 12). */
final class SmartPosProvider implements PaymentProvider {

  /** Stored with invoices. */
  static final String NAME = "smart-pos";

  /** Each terminal hears one question at a time; one that is off holds up no other. */
  private static final Pace PACE = new Pace(4, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(Capability.TERMINAL, Capability.REFUND, Capability.PARTIAL_REFUND);

  private final SmartPosSettings settings;
  private final Pairings pairings;
  private final Terminals terminals;
  private final Journal journal;
  private final Starts starts;
  private final PaymentReadings payments;
  private final RefundReadings refunds;
  private final TerminalDevice device;
  private final InstantSource clock;

  SmartPosProvider(
      SmartPosSettings settings,
      Pairings pairings,
      Terminals terminals,
      Journal journal,
      InstantSource clock) {
    this.settings = settings;
    this.pairings = pairings;
    this.terminals = terminals;
    this.journal = journal;
    this.clock = clock;
    this.starts = new Starts(journal, clock);
    this.device = new TerminalDevice(pairings, journal, terminals, starts, clock);
    StatusQuestions questions = new StatusQuestions(journal, clock);
    this.payments = new PaymentReadings(journal, terminals, questions, clock);
    this.refunds = new RefundReadings(journal, terminals, questions, device);
  }

  static String paymentKey(String mark) {
    return "payment:" + mark;
  }

  static String refundKey(long refundId) {
    return "refund:" + refundId;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Connection connection(long tenantId) {
    List<Pairing> all = pairings.all(tenantId);
    return all.isEmpty()
        ? Connection.NOT_CONFIGURED
        : all.stream().anyMatch(it -> it.tokens() != null)
            ? Connection.CONNECTED
            : Connection.SIGNED_OUT;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public boolean takesTiyn(PaymentKind kind) {
    return false;
  }

  @Override
  public Optional<SingleDevice> device() {
    return Optional.of(device);
  }

  @Override
  public void onHint(LongConsumer listener) {
    starts.onHint(listener);
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    long tenge = tenge(request.amount());
    String till = pairings.assigned(request.tenantId(), request.mark());
    Operation fresh =
        Operation.started(
            paymentKey(request.mark()), request.invoiceId(), false, tenge, clock.instant(), till);
    ProviderReply<Operation> reply =
        starts.start(
            request.tenantId(),
            terminals.of(request.tenantId(), till),
            fresh,
            "payment",
            Map.of("amount", Long.toString(tenge), "owncheque", ownSlip()));
    pairings.begun(request.tenantId(), request.mark());
    return switch (reply) {
      case Accepted<Operation>(Operation running) ->
          new Accepted<>(opened(request.tenantId(), running));
      case Declined<Operation>(String code, String message, Why why) ->
          new Declined<>(code, message, why);
      case Unknown<Operation>(String code) -> new Unknown<>(code);
    };
  }

  @Override
  public Lookup find(PaymentRequest request) {
    Optional<Operation> known = journal.withKey(request.tenantId(), paymentKey(request.mark()));
    if (known.isEmpty()) {
      return new Lookup.Absent();
    }
    return known.get().processId() == null
        ? known.get().isOver() ? new Lookup.Absent() : new Lookup.Unfindable("start_unknown")
        : new Lookup.Found(opened(request.tenantId(), known.get()));
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    return payments.read(payment);
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    return new Declined<>("cancel_on_the_terminal", null, Why.REFUSED);
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    long tenantId = request.payment().tenantId();
    PaymentDetails sale = sale(request);
    if (sale.method() == null || sale.paymentId() == null) {
      return new Declined<>("sale_unknown", null, Why.REFUSED);
    }
    if (!request.amount().isWholeTenge()) {
      return new Declined<>("amount_must_be_whole_tenge", null, Why.REFUSED);
    }
    long tenge = tenge(request.amount());
    long invoiceId =
        journal
            .withProcess(tenantId, request.payment().operationId())
            .map(operation -> operation.task().invoiceId())
            .orElse(0L);
    String till = till(request);
    Operation fresh =
        Operation.started(
            refundKey(request.refundId()), invoiceId, true, tenge, clock.instant(), till);
    ProviderReply<Operation> reply =
        starts.start(
            tenantId,
            terminals.of(tenantId, till),
            fresh,
            "refund",
            Map.of(
                "method", sale.method(),
                "amount", Long.toString(tenge),
                "transactionId", sale.paymentId(),
                "owncheque", ownSlip()));
    return switch (reply) {
      case Accepted<Operation>(Operation running) ->
          new Accepted<>(new RefundReceipt(running.processId(), false));
      case Declined<Operation>(String code, String message, Why why) ->
          new Declined<>(code, message, why);
      case Unknown<Operation>(String code) -> new Unknown<>(code);
    };
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return refunds.read(request.payment().tenantId(), refundKey(request.refundId()));
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return new Declined<>("not_supported", null, Why.REFUSED);
  }

  /** What the terminal told of the sale; of one that was never booked, what the journal has. */
  private PaymentDetails sale(RefundRequest request) {
    return request.details().paymentId() != null
        ? request.details()
        : journal
            .withProcess(request.payment().tenantId(), request.payment().operationId())
            .map(operation -> operation.outcome().details())
            .orElse(PaymentDetails.NONE);
  }

  /** The terminal of the sale; the shop's first when that one is gone. */
  private String till(RefundRequest request) {
    long tenantId = request.payment().tenantId();
    String sold = sale(request).metadata().get("till");
    return pairings
        .of(tenantId, sold)
        .or(() -> pairings.of(tenantId, null))
        .map(Pairing::till)
        .orElse(null);
  }

  private String ownSlip() {
    return Boolean.toString(settings.ownSlip());
  }

  private static long tenge(Money amount) {
    return amount.toDecimal().longValueExact();
  }

  private OpenedPayment opened(long tenantId, Operation running) {
    return new OpenedPayment(journal.handle(tenantId, running), null, null, null);
  }
}
