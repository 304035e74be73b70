package duken.provider.cashier;

import duken.domain.Capability;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;

/** The road through a cashier's own session (cashier sheet, sections 6 to 10). */
public final class CashierProvider implements PaymentProvider {

  /** The road's name, stored with invoices. */
  public static final String NAME = "cashier";

  private static final Duration ZONE_DOUBT = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final CashierSettings settings;
  private final Sessions sessions;
  private final QrPay bank;
  private final Readings readings;
  private final BillSearch search;
  private final Refunds refunds;
  private final BulkQuestion bulk;
  private final LongFunction<Optional<Coordinates>> places;
  private final InstantSource clock;
  private final Map<String, QrManners> manners = new ConcurrentHashMap<>();

  /**
   * @param places where each shop is, if its owner said
   */
  CashierProvider(
      CashierSettings settings,
      Sessions sessions,
      QrPay bank,
      LongFunction<Optional<Coordinates>> places,
      InstantSource clock) {
    this.settings = settings;
    this.sessions = sessions;
    this.bank = bank;
    this.places = places;
    this.clock = clock;
    this.readings = new Readings(clock);
    this.search = new BillSearch(bank, clock);
    this.refunds = new Refunds(bank, clock);
    this.bulk = new BulkQuestion(bank, readings, clock, settings.zone());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Connection connection(long tenantId) {
    if (sessions.alive(tenantId).isPresent()) {
      return Connection.CONNECTED;
    }
    return sessions.trouble(tenantId).isPresent()
        ? Connection.SIGNED_OUT
        : Connection.NOT_CONFIGURED;
  }

  @Override
  public Pace pace() {
    return new Pace(settings.parallelCalls(), QrManners.USUAL.beforeScan(), Duration.ofSeconds(1));
  }

  @Override
  public boolean takesTiyn(PaymentKind kind) {
    return kind == PaymentKind.QR;
  }

  @Override
  public boolean renewsQr() {
    return true;
  }

  @Override
  public int bulk() {
    return BulkQuestion.WORTH_IT;
  }

  @Override
  public ProviderReply<OpenedPayment> open(PaymentRequest request) {
    return reply(
        request.tenantId(),
        session ->
            switch (request.kind()) {
              case QR -> bank.createQr(session, request.amount(), places.apply(request.tenantId()));
              case PHONE ->
                  bank.createBill(
                      session, request.phone(), request.amount(), BillSearch.comment(request));
            },
        data ->
            switch (request.kind()) {
              case QR -> openedQr(data);
              case PHONE ->
                  BankFields.firstText(data, "Id", "QrOperationId", "OperationId")
                      .map(id -> new OpenedPayment(id, null, null, null));
            });
  }

  @Override
  public ProviderReading read(PaymentRef payment) {
    Optional<CashierSession> session = sessions.alive(payment.tenantId());
    if (session.isEmpty()) {
      return Readings.signedOut();
    }
    BankAnswer answer =
        payment.kind() == PaymentKind.QR
            ? bank.qrStatus(session.get(), payment.operationId())
            : bank.billDetails(session.get(), payment.operationId());
    noteDeath(payment.tenantId(), session.get(), answer);
    QrManners wanted = manners.getOrDefault(payment.operationId(), QrManners.USUAL);
    ProviderReading reading = readings.read(payment, wanted, answer);
    return payment.kind() == PaymentKind.QR && reading instanceof ProviderReading.Paid paid
        ? named(session.get(), payment, paid)
        : reading;
  }

  @Override
  public Map<PaymentRef, ProviderReading> readAll(Collection<PaymentRef> payments) {
    Map<PaymentRef, ProviderReading> found = new LinkedHashMap<>();
    payments.stream()
        .map(PaymentRef::tenantId)
        .distinct()
        .forEach(
            tenantId ->
                sessions
                    .alive(tenantId)
                    .ifPresent(
                        session ->
                            found.putAll(
                                bulk.ask(
                                    session,
                                    payments.stream()
                                        .filter(p -> p.tenantId() == tenantId)
                                        .toList(),
                                    answer -> noteDeath(tenantId, session, answer)))));
    return found;
  }

  @Override
  public Lookup find(PaymentRequest request) {
    if (request.kind() == PaymentKind.QR) {
      return new Lookup.Absent();
    }
    return sessions
        .alive(request.tenantId())
        .map(
            session ->
                search.find(
                    session, request, answer -> noteDeath(request.tenantId(), session, answer)))
        .orElseGet(() -> new Lookup.Unsure("session_dead"));
  }

  @Override
  public ProviderReply<Withdrawn> cancel(PaymentRef payment) {
    if (payment.kind() == PaymentKind.QR) {
      return new Accepted<>(new Withdrawn());
    }
    return reply(
        payment.tenantId(),
        session -> bank.cancelBill(session, payment.operationId()),
        _ -> Optional.of(new Withdrawn()));
  }

  @Override
  public ProviderReply<RefundReceipt> refund(RefundRequest request) {
    return reply(
        request.payment().tenantId(),
        session -> {
          refunds.sending(request);
          return bank.giveBack(session, request.payment().operationId(), request.amount());
        },
        data ->
            Optional.of(
                new RefundReceipt(
                    BankFields.firstText(data, "ReturnOperationId", "Id").orElse(null), true)));
  }

  @Override
  public RefundReading readRefund(RefundRequest request) {
    return sessions
        .alive(request.payment().tenantId())
        .map(session -> refunds.read(session, request))
        .orElseGet(() -> new RefundReading.Silent("session_dead"));
  }

  @Override
  public ProviderReply<PayerName> payer(long tenantId, Phone phone) {
    return reply(
        tenantId,
        session -> bank.clientInfo(session, phone),
        data -> BankFields.text(data, "ClientName").map(PayerName::new));
  }

  private <T> ProviderReply<T> reply(
      long tenantId,
      Function<CashierSession, BankAnswer> call,
      Function<JsonNode, Optional<T>> value) {
    Optional<CashierSession> session = sessions.alive(tenantId);
    if (session.isEmpty()) {
      return new Declined<>("session_dead", null, Why.SIGNED_OUT);
    }
    BankAnswer answer = call.apply(session.get());
    noteDeath(tenantId, session.get(), answer);
    return switch (answer) {
      case BankAnswer.Success(JsonNode data) ->
          value
              .apply(data)
              .<ProviderReply<T>>map(Accepted::new)
              .orElseGet(() -> new Unknown<>("unreadable_answer"));
      case BankAnswer.SessionDead(), BankAnswer.MacRefused() ->
          new Declined<>("session_dead", null, Why.SIGNED_OUT);
      case BankAnswer.NotFound() -> new Declined<>("not_found", null, Why.REFUSED);
      case BankAnswer.Refused(int code, String message) ->
          new Declined<>("bank_code_" + code, message, Why.REFUSED);
      case BankAnswer.Temporary(String code) -> new Unknown<>(code);
      case BankAnswer.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
    };
  }

  private Optional<OpenedPayment> openedQr(JsonNode data) {
    Optional<String> id = BankFields.text(data, "QrOperationId");
    Optional<String> token = BankFields.text(data, "QrToken");
    if (id.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    QrManners wanted = QrManners.of(data.path("QrPaymentBehaviorOptions"));
    if (manners.size() >= REMEMBERED) {
      manners.clear();
    }
    manners.put(id.get(), wanted);
    String link = PayLink.of(token.get(), settings.qrPrefix(), settings.payPrefix());
    return Optional.of(new OpenedPayment(id.get(), token.get(), link, ends(data, wanted)));
  }

  /** Our own clock wins when the bank's date is off by more than a minute: its zone is unsure. */
  private Instant ends(JsonNode data, QrManners wanted) {
    Instant ours = clock.instant().plus(wanted.scanWait());
    return BankFields.text(data, "ExpireDate")
        .flatMap(text -> WireTime.read(text, settings.zone()))
        .filter(theirs -> Duration.between(ours, theirs).abs().compareTo(ZONE_DOUBT) <= 0)
        .orElse(ours);
  }

  /** A QR's status does not say who paid: the operation's details do. Paid it is either way. */
  private ProviderReading named(
      CashierSession session, PaymentRef payment, ProviderReading.Paid paid) {
    manners.remove(payment.operationId());
    BankAnswer answer = bank.operation(session, payment.operationId(), BulkQuestion.METHOD_QR);
    return answer instanceof BankAnswer.Success(JsonNode data)
        ? new ProviderReading.Paid(
            paid.at(),
            BankFields.money(data, "Amount").orElse(paid.amount()),
            BankFields.firstText(data, "ClientName", "ClientShortName").orElse(paid.payerName()),
            Refunds.returned(data).orElse(paid.refunded()),
            paid.word())
        : paid;
  }

  private void noteDeath(long tenantId, CashierSession session, BankAnswer answer) {
    if (answer instanceof BankAnswer.SessionDead) {
      sessions.buried(tenantId, session);
    }
  }
}
