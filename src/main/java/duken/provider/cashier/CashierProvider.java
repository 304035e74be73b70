package duken.provider.cashier;

import duken.domain.Capability;
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
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.ReturnedSum;
import duken.provider.cashier.payment.BillLookup;
import duken.provider.cashier.payment.BulkStatusQuery;
import duken.provider.cashier.payment.CashierStatusMapper;
import duken.provider.cashier.payment.HistoryComparison;
import duken.provider.cashier.payment.QrTiming;
import duken.provider.cashier.payment.QrTimings;
import duken.provider.cashier.payment.RefundLookup;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.session.SessionRenewal;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.Coordinates;
import duken.provider.cashier.wire.QrPayApi;
import duken.provider.history.OperationHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** The provider through a cashier's own session (cashier sheet, sections 6 to 10). */
public final class CashierProvider implements PaymentProvider {

  /** The provider's name, stored with invoices. */
  public static final String NAME = "cashier";

  private final CashierSettings settings;
  private final SessionRegistry sessionRegistry;
  private final SessionRenewal sessionRenewal;
  private final QrPayApi bank;
  private final CashierStatusMapper statusMapper;
  private final BillLookup search;
  private final RefundLookup refundLookup;
  private final BulkStatusQuery bulk;
  private final HistoryComparison historyComparison;
  private final OperationHistory operationHistory;
  private final LongFunction<Optional<Coordinates>> places;
  private final QrTimings qrs;
  private final SessionReplies calls;

  /**
   * @param places where each shop is, if its owner said
   */
  CashierProvider(
      CashierSettings settings,
      SessionRegistry sessionRegistry,
      SessionRenewal sessionRenewal,
      QrPayApi bank,
      LongFunction<Optional<Coordinates>> places,
      InstantSource clock) {
    this.settings = settings;
    this.sessionRegistry = sessionRegistry;
    this.sessionRenewal = sessionRenewal;
    this.bank = bank;
    this.places = places;
    this.calls = new SessionReplies(sessionRegistry, sessionRenewal);
    this.qrs = new QrTimings(settings, clock);
    this.statusMapper = new CashierStatusMapper(clock);
    Statement statement = new Statement(bank, clock, settings.headers().zone());
    this.search = new BillLookup(bank, statement, clock, settings.headers().zone());
    this.refundLookup = new RefundLookup(bank, clock);
    this.bulk = new BulkStatusQuery(bank, statement, statusMapper, clock);
    this.historyComparison = new HistoryComparison(statement, refundLookup);
    this.operationHistory =
        new CashierHistory(
            bank, statement, sessionRegistry, sessionRenewal, clock, settings.headers().zone());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.TERMINAL, Capability.LINK));
  }

  @Override
  public Connection connection(long tenantId) {
    if (sessionRegistry.alive(tenantId).isPresent()) {
      return Connection.CONNECTED;
    }
    return sessionRegistry.trouble(tenantId).isPresent()
        ? Connection.SIGNED_OUT
        : Connection.NOT_CONFIGURED;
  }

  @Override
  public Pace pace() {
    return new Pace(settings.parallelCalls(), BulkStatusQuery.FIRST, Duration.ofSeconds(1));
  }

  @Override
  public boolean takesTiyn(PaymentKind kind) {
    return kind == PaymentKind.QR;
  }

  @Override
  public boolean opensUnseen(PaymentKind kind) {
    return kind == PaymentKind.QR;
  }

  @Override
  public boolean renewsQr() {
    return true;
  }

  @Override
  public int bulk() {
    return BulkStatusQuery.AT_ONCE;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return calls.reply(
        request.tenantId(),
        session ->
            switch (request.kind()) {
              case QR -> bank.createQr(session, request.amount(), places.apply(request.tenantId()));
              case PHONE ->
                  bank.createBill(
                      session,
                      request.customer().phone(),
                      request.amount(),
                      BillLookup.comment(request));
              case TERMINAL, LINK -> throw new IllegalArgumentException("not a cashier's");
            },
        data ->
            switch (request.kind()) {
              case QR -> qrs.opened(data);
              case PHONE ->
                  CashierFields.firstText(data, "Id", "QrOperationId", "OperationId")
                      .map(id -> new OpenedPayment(id, null, null, null));
              case TERMINAL, LINK -> throw new IllegalArgumentException("not a cashier's");
            });
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    Optional<CashierSession> session = sessionRegistry.alive(payment.tenantId());
    if (session.isEmpty()) {
      return CashierStatusMapper.signedOut();
    }
    BankAnswer answer =
        sessionRenewal.asked(
            payment.tenantId(),
            session.get(),
            its ->
                payment.kind() == PaymentKind.QR
                    ? bank.qrStatus(its, payment.operationId())
                    : bank.billDetails(its, payment.operationId()));
    QrTiming wanted = qrs.timing(payment.operationId());
    ProviderReading reading = statusMapper.read(payment, wanted, answer);
    if (!(reading instanceof ProviderReading.Paid paid)) {
      return reading;
    }
    qrs.forget(payment.operationId());
    return PaidDetails.read(
        bank, sessionRegistry.alive(payment.tenantId()).orElse(session.get()), payment, paid);
  }

  /** Few payments are asked about one by one; many by the bulk question and a few single ones. */
  @Override
  public Map<PaymentRef, ProviderReading> readAll(Collection<PaymentRef> payments) {
    Map<PaymentRef, ProviderReading> found = new LinkedHashMap<>();
    Map<Long, List<PaymentRef>> byShop =
        payments.stream().collect(Collectors.groupingBy(PaymentRef::tenantId));
    byShop.forEach(
        (tenantId, of) ->
            sessionRegistry
                .alive(tenantId)
                .ifPresentOrElse(
                    session ->
                        found.putAll(
                            bulk.ask(
                                tenantId,
                                session,
                                of,
                                answer -> sessionRenewal.noted(tenantId, session, answer),
                                this::read)),
                    () ->
                        of.forEach(
                            payment -> found.put(payment, CashierStatusMapper.signedOut()))));
    return found;
  }

  @Override
  public Differences differing(ClosedPayments closed, Instant since) {
    return sessionRegistry
        .alive(closed.tenantId())
        .map(
            session ->
                historyComparison.differing(
                    session,
                    closed,
                    since,
                    answer -> sessionRenewal.noted(closed.tenantId(), session, answer)))
        .orElseGet(() -> new Differences(Set.of(), false));
  }

  @Override
  public Optional<OperationHistory> history() {
    return Optional.of(operationHistory);
  }

  @Override
  public Lookup find(PaymentRequest request) {
    if (request.kind() == PaymentKind.QR) {
      return new Lookup.Absent();
    }
    return sessionRegistry
        .alive(request.tenantId())
        .map(
            session ->
                search.find(
                    session,
                    request,
                    answer -> sessionRenewal.noted(request.tenantId(), session, answer)))
        .orElseGet(() -> new Lookup.Unsure("session_dead"));
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    if (payment.kind() == PaymentKind.QR) {
      return new Accepted<>(new Withdrawn());
    }
    return calls.reply(
        payment.tenantId(),
        session -> bank.cancelBill(session, payment.operationId()),
        _ -> Optional.of(new Withdrawn()));
  }

  @Override
  public ReturnedSum returned(PaymentRef payment) {
    Optional<CashierSession> session = sessionRegistry.alive(payment.tenantId());
    return session.isEmpty()
        ? new ReturnedSum.Silent("session_dead", true)
        : refundLookup.returned(
            sessionRenewal.asked(
                payment.tenantId(), session.get(), its -> refundLookup.details(its, payment)));
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    return calls.reply(
        request.payment().tenantId(),
        session -> bank.giveBack(session, request.payment().operationId(), request.amount()),
        data ->
            Optional.of(
                new RefundReceipt(
                    CashierFields.firstText(data, "ReturnOperationId", "Id").orElse(null), true)));
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return sessionRegistry
        .alive(request.payment().tenantId())
        .map(session -> refundLookup.read(session, request))
        .orElseGet(() -> new RefundReading.Silent("session_dead"));
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return calls.reply(
        tenantId,
        session -> bank.clientInfo(session, phone),
        data -> CashierFields.text(data, "ClientName").map(PayerName::new));
  }
}
