package duken.desktop;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.HealthJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.ShiftApi;
import duken.api.WebhookJson;
import duken.api.cart.CartApi;
import duken.api.cash.CashApi;
import duken.api.desk.AnomaliesApi;
import duken.api.desk.BankApi;
import duken.api.desk.KeysApi;
import duken.api.desk.ProvidersApi;
import duken.api.desk.SalesApi;
import duken.api.desk.TillApi;
import duken.api.desk.WebhookApi;
import duken.api.goods.GoodsApi;
import duken.api.orders.OrdersApi;
import duken.api.owner.OwnerApi;
import duken.domain.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An engine in memory for looking at screens and for view-model tests. Whole sales are tested
 * against the real engine ({@code WholeSalesTest}); this one is only quick and obedient.
 */
public final class PracticeEngine implements EngineApi {

  /** The shop's own account. */
  public final PracticeBank bank;

  /** What was changed of a connection, in words. */
  public final List<String> providerChanges = new ArrayList<>();

  /** What a search finds. */
  public final List<BankJson.Found> found = new ArrayList<>();

  /** The shop's orders on kaspi.kz. */
  public final SampleOrders orders = new SampleOrders();

  /** What only the owner looks at. */
  public final PracticeOwner owner = new PracticeOwner();

  /** The shifts of this desk. */
  public final PracticeShifts shifts = new PracticeShifts();

  /** The cash of this desk. */
  public final PracticeCash cash = new PracticeCash();

  /** The bank's own list. */
  public final PracticeReconcile reconcile = new PracticeReconcile();

  /** The carts of this desk. */
  public final PracticeCarts carts = new PracticeCarts(() -> this.away);

  /** The people at the counter. */
  public final PracticeStaff staff = new PracticeStaff();

  /** What the shop sells. */
  public final PracticeGoods goods = new PracticeGoods();

  /** How the shop stands with its providers. */
  public final List<BankJson.Provider> providers = new ArrayList<>();

  /** What was typed to connect to one. */
  public final List<BankJson.Connect> wishes = new ArrayList<>();

  /** How every attempt to connect ends. */
  public BankJson.Attempt attempt =
      new BankJson.Attempt("connected", Map.of(), null, null, List.of(), false);

  /** What refunds were asked for. */
  public final List<NewRefundJson> refunds = new ArrayList<>();

  /** What a refund is answered with; null when it is done at once. */
  Supplier<RefundJson> refundEnd;

  /** Why sales were booked by hand. */
  public final List<String> handDecisions = new ArrayList<>();

  /** The sales about which the bank was to be asked at once. */
  public final List<Long> asked = new ArrayList<>();

  /** The numbers whose owner was asked for. */
  public final List<String> lookups = new ArrayList<>();

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final TreeMap<Long, PracticeSale> sales = new TreeMap<>();
  private final TreeMap<Long, Long> changes = new TreeMap<>();
  private final Map<String, Long> idempotency = new HashMap<>();
  private final List<DeskJson.AnomalyJson> anomalies = new ArrayList<>();
  private final List<WebhookJson.Delivery> deliveries = new ArrayList<>();
  private final List<DeskJson.Key> keys = new ArrayList<>();

  private String shop = "Кофейня на Абая";
  private WebhookJson.Config webhook =
      new WebhookJson.Config(null, false, List.of("invoice.status_changed"), false, null, null);
  private boolean live;
  private boolean away;
  private boolean bankReachable = true;
  private boolean loseNextAnswer;
  private EngineProblem nextProblem;
  private List<String> capabilities =
      List.of("qr", "phone", "cancel", "refund", "partial_refund", "payer_lookup");
  private long cursor;
  private long nextId = 1040;

  public PracticeEngine(Clock clock) {
    this.clock = clock;
    bank = new PracticeBank(clock);
  }

  /** From now on real money. */
  public PracticeEngine live() {
    locked(() -> live = true);
    return this;
  }

  /** From now on gives no answer, or answers again. */
  public void away(boolean is) {
    locked(() -> away = is);
  }

  /** The bank's light. */
  public void bankReachable(boolean is) {
    locked(() -> bankReachable = is);
  }

  /** The next creation is carried out, but its answer is lost. */
  public void loseNextAnswer() {
    locked(() -> loseNextAnswer = true);
  }

  /** The next creation is refused. */
  public void refuseNext(EngineProblem problem) {
    locked(() -> nextProblem = problem);
  }

  /** What the provider can do. */
  public void capabilities(String... words) {
    locked(() -> capabilities = List.of(words));
  }

  /** Adds an anomaly to be shown. */
  public void addAnomaly(DeskJson.AnomalyJson anomaly) {
    locked(() -> anomalies.add(anomaly));
  }

  /** Adds a delivery to be shown. */
  public void addDelivery(WebhookJson.Delivery delivery) {
    locked(() -> deliveries.addFirst(delivery));
  }

  /** Changes a sale by hand. */
  void edit(long id, java.util.function.Consumer<PracticeSale> change) {
    locked(
        () -> {
          PracticeSale sale = of(id);
          change.accept(sale);
          changed(sale);
        });
  }

  /** This sale could not leave yet. */
  public void queue(long id, boolean held) {
    edit(
        id,
        sale -> {
          sale.queued = true;
          sale.held = held;
        });
  }

  /** How many sales there are. */
  public int count() {
    lock.lock();
    try {
      return sales.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public PracticeStaff staff() {
    return staff;
  }

  @Override
  public DeskJson.State state() {
    return answer(
        () ->
            new DeskJson.State(
                shop,
                !live,
                new DeskJson.Way(
                    live ? "cashier" : "sandbox",
                    live ? bank.status().connection() : "connected",
                    capabilities,
                    bankReachable),
                new DeskJson.Waiting(
                    (int) anomalies.stream().filter(a -> a.resolved().resolution() == null).count(),
                    (int)
                        deliveries.stream()
                            .filter(d -> d.progress().state().equals("parked"))
                            .count()),
                new DeskJson.EngineFacts(cursor, "https://pay.example.kz", "0.1.0"),
                bank.status(),
                orders.standing,
                List.copyOf(providers)));
  }

  private InvoiceJson create(String type, NewInvoiceJson invoice, String key) {
    return answer(
        () -> {
          if (nextProblem != null) {
            EngineProblem problem = nextProblem;
            nextProblem = null;
            throw problem;
          }
          Long known = idempotency.get(key);
          PracticeSale sale = known == null ? null : of(known);
          if (sale == null) {
            sale = new PracticeSale(++nextId, invoice, clock.instant(), !live);
            sale.type = type;
            if (invoice.tillCart() != null) {
              sale.items = carts.sell(sale.id);
            }
            sales.put(sale.id, sale);
            idempotency.put(key, sale.id);
            sale.life.add(
                new DeskJson.LifeEvent(
                    "created", null, "pending", null, clock.instant().toString()));
            changed(sale);
          }
          if (loseNextAnswer) {
            loseNextAnswer = false;
            throw new EngineUnreachable("the answer was lost", null);
          }
          return sale.invoice();
        });
  }

  private static boolean matches(PracticeSale sale, SalesFilter filter) {
    String search = filter.search() == null ? "" : filter.search().strip();
    boolean status = filter.statuses().isEmpty() || filter.statuses().contains(sale.status);
    return status
        && (search.isEmpty()
            || sale.order.amount().startsWith(search)
            || search.equals(sale.order.externalOrderId())
            || (sale.phone != null && sale.phone.national().endsWith(search)));
  }

  @Override
  public DeskJson.Changes changes(long after, int waitSeconds) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(waitSeconds);
      while (!away && cursor <= after && left > 0) {
        left = rung.awaitNanos(left);
      }
      return answer(
          () ->
              new DeskJson.Changes(
                  cursor,
                  changes.tailMap(after, false).values().stream()
                      .distinct()
                      .map(id -> of(id).json(clock.instant()))
                      .toList()));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void renameShop(String name) {
    staff.check("settings");
    answer(() -> shop = name);
  }

  private boolean cashierIsKnown() {
    return !bank.status().connection().equals("not_configured");
  }

  private BankJson.Provider cashier() {
    BankJson.Status now = bank.status();
    return new BankJson.Provider(
        "cashier",
        providers.isEmpty(),
        null,
        now.connection(),
        now.trouble(),
        now.line().reachable(),
        now.account().organization(),
        List.of("qr"),
        Map.of());
  }

  /** How it is. */
  public HealthJson health =
      new HealthJson(
          "2026-05-14T12:00:00Z",
          "0.1.0",
          200L << 30,
          new HealthJson.Database(true, 2),
          new HealthJson.Backup(true, "2026-05-13T20:00:00Z"),
          new HealthJson.Receiver(true, true, 0, 0, null, "2026-05-14T11:58:00Z"),
          List.of());

  @Override
  public HealthJson health() {
    return answer(() -> health);
  }

  @Override
  public PracticeReconcile reconcile() {
    return reconcile;
  }

  @Override
  public OwnerApi owner() {
    return owner;
  }

  @Override
  public GoodsApi goods() {
    return goods;
  }

  @Override
  public CartApi carts() {
    return carts;
  }

  @Override
  public ShiftApi shifts() {
    return shifts;
  }

  @Override
  public CashApi cash() {
    return cash;
  }

  @Override
  public OrdersApi orders() {
    return orders;
  }

  @Override
  public TillApi till() {
    return new Till();
  }

  private final class Till implements TillApi {
    @Override
    public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
      return create(null, invoice, idempotencyKey);
    }

    @Override
    public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
      return create("terminal", invoice, idempotencyKey);
    }

    @Override
    public InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey) {
      return create("link", invoice, idempotencyKey);
    }

    @Override
    public InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey) {
      return create(null, invoice, idempotencyKey);
    }

    @Override
    public String payerName(String phone) {
      return answer(
          () -> {
            lookups.add(phone);
            return capabilities.contains("payer_lookup") ? "Асель Т." : null;
          });
    }

    @Override
    public List<DeskJson.Sale> openSales() {
      return answer(() -> pick(PracticeSale::isOpen));
    }

    @Override
    public List<DeskJson.Sale> unannounced() {
      return answer(() -> pick(s -> s.status.equals("paid") && s.fromDesk && !s.announced));
    }

    @Override
    public void markAnnounced(long invoiceId) {
      answer(() -> of(invoiceId).announced = true);
    }
  }

  @Override
  public SalesApi sales() {
    return new Sales();
  }

  private final class Sales implements SalesApi {
    @Override
    public DeskJson.Sales list(SalesFilter filter) {
      return answer(
          () -> {
            Instant now = clock.instant();
            List<PracticeSale> found =
                sales.descendingMap().values().stream().filter(s -> matches(s, filter)).toList();
            Money paid = Money.ZERO;
            Money refunded = Money.ZERO;
            for (PracticeSale sale : found) {
              paid = sale.paidAt == null ? paid : paid.plus(sale.amount());
              refunded = refunded.plus(sale.refunded);
            }
            List<DeskJson.Sale> page =
                found.stream()
                    .skip(filter.offset())
                    .limit(filter.limit())
                    .map(sale -> sale.json(now))
                    .toList();
            return new DeskJson.Sales(
                page,
                found.size(),
                filter.limit(),
                filter.offset(),
                paid.toWire(),
                refunded.toWire());
          });
    }

    @Override
    public DeskJson.SaleDetail get(long invoiceId) {
      return answer(
          () -> {
            PracticeSale sale = of(invoiceId);
            return new DeskJson.SaleDetail(
                sale.json(clock.instant()), List.copyOf(sale.life), List.copyOf(sale.refunds));
          });
    }

    @Override
    public void askBank(List<Long> invoiceIds) {
      answer(() -> asked.addAll(invoiceIds));
    }

    @Override
    public InvoiceJson cancel(long invoiceId) {
      return answer(
          () -> {
            PracticeSale sale = of(invoiceId);
            if (!sale.status.equals("pending")) {
              throw new EngineProblem(
                  400, "INVOICE_NOT_CANCELLABLE", "Счёт уже нельзя отменить", Map.of());
            }
            sale.move("cancelled", "merchant_cancelled", clock.instant());
            changed(sale);
            return sale.invoice();
          });
    }

    @Override
    public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
      staff.check("refund");
      return answer(
          () -> {
            PracticeSale sale = of(invoiceId);
            refunds.add(refund);
            if (refundEnd != null) {
              RefundJson made = refundEnd.get();
              sale.refunds.add(made);
              return new RefundJson.Made("", made, null);
            }
            Money left = sale.amount().minus(sale.refunded);
            Money sum = refund.amount() == null ? left : Money.parse(refund.amount());
            if (sum.exceeds(left)) {
              throw new EngineProblem(
                  400, "REFUND_AMOUNT_EXCEEDED", "Сумма больше остатка", Map.of());
            }
            String now = clock.instant().toString();
            RefundJson made =
                new RefundJson(
                    sale.refunds.size() + 1L,
                    invoiceId,
                    sum.toWire(),
                    refund.reason(),
                    new RefundJson.State("completed", "R1", null, "cashier", null, null),
                    List.of(),
                    new RefundJson.Times(now, now),
                    new RefundJson.Way(null, null, null),
                    null);
            sale.refunds.add(made);
            sale.refunded = sale.refunded.plus(sum);
            sale.move(
                sale.refunded.equals(sale.amount()) ? "refunded" : "partially_refunded",
                null,
                clock.instant());
            changed(sale);
            InvoiceJson invoice = sale.invoice();
            return new RefundJson.Made(
                "Возврат выполнен",
                made,
                new RefundJson.InvoiceSums(
                    invoiceId,
                    invoice.terms().amount(),
                    invoice.state().status(),
                    invoice.refunded().totalRefunded(),
                    invoice.refunded().pendingRefundAmount(),
                    invoice.refunded().availableForRefund(),
                    invoice.refunded().isFullyRefunded()));
          });
    }

    @Override
    public void sendLate(long invoiceId) {
      answer(
          () -> {
            PracticeSale sale = of(invoiceId);
            sale.held = false;
            sale.queuedAt = clock.instant();
            changed(sale);
            return true;
          });
    }

    @Override
    public void resendBill(long invoiceId) {
      edit(invoiceId, sale -> sale.errorCode = null);
    }

    @Override
    public void answerTerminal(long invoiceId, BankJson.Answer answer) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void paidByHand(long invoiceId, String reason) {
      answer(() -> handDecisions.add(reason));
      train(invoiceId, "pay");
    }

    @Override
    public void train(long invoiceId, String action) {
      answer(
          () -> {
            PracticeSale sale = of(invoiceId);
            switch (action) {
              case "scan" -> sale.progress = "scanned";
              case "confirm" -> sale.progress = "confirming";
              case "pay", "pay_late" -> {
                sale.clientName = "Асель Т.";
                sale.paidAt = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
                sale.move("paid", null, clock.instant());
              }
              case "decline" -> sale.move("cancelled", "customer_cancelled", clock.instant());
              case "leave" -> sale.progress = "waiting";
              case "expire" -> sale.move("expired", "ttl_expired", clock.instant());
              case "silence" -> sale.checking = true;
              case "speak" -> sale.checking = false;
              default -> {}
            }
            changed(sale);
            return true;
          });
    }
  }

  @Override
  public AnomaliesApi anomalies() {
    return new Anomalies();
  }

  private final class Anomalies implements AnomaliesApi {
    @Override
    public List<DeskJson.AnomalyJson> list() {
      return answer(() -> List.copyOf(anomalies));
    }

    @Override
    public void resolve(long anomalyId, String how) {
      answer(() -> anomalies.removeIf(a -> a.id() == anomalyId));
    }
  }

  @Override
  public BankApi bank() {
    return new Bank();
  }

  private final class Bank implements BankApi {
    @Override
    public BankJson.Status status() {
      return answer(bank::status);
    }

    @Override
    public BankJson.Status probe() {
      return answer(bank::status);
    }

    @Override
    public BankJson.Step sendCode(BankJson.SignIn signIn) {
      return answer(() -> bank.send(signIn));
    }

    @Override
    public BankJson.Step enterCode(String code) {
      return answer(() -> bank.enter(code));
    }

    @Override
    public void cancelSignIn() {
      locked(bank::cancel);
    }

    @Override
    public BankJson.Status disconnect() {
      return answer(bank::disconnect);
    }

    @Override
    public BankJson.Status place(BankJson.Place place) {
      return answer(
          () -> {
            bank.place(place);
            return bank.status();
          });
    }
  }

  @Override
  public ProvidersApi providers() {
    return new Providers();
  }

  private final class Providers implements ProvidersApi {
    @Override
    public List<BankJson.Provider> list() {
      return answer(
          () ->
              Stream.concat(providers.stream(), Stream.of(cashier()).filter(_ -> cashierIsKnown()))
                  .toList());
    }

    @Override
    public List<BankJson.Provider> probe() {
      return list();
    }

    @Override
    public BankJson.Attempt connect(String provider, BankJson.Connect wish) {
      return answer(
          () -> {
            wishes.add(wish);
            return attempt;
          });
    }

    @Override
    public BankJson.Attempt attempt() {
      return answer(() -> attempt);
    }

    @Override
    public BankJson.Attempt change(String provider, String action, Map<String, String> values) {
      return answer(
          () -> {
            providerChanges.add(action + " " + new TreeMap<>(values));
            return attempt;
          });
    }

    @Override
    public List<BankJson.Found> searchDevices(String provider, String range) {
      return answer(() -> List.copyOf(found));
    }

    @Override
    public List<BankJson.Provider> disconnect(String provider) {
      return answer(
          () -> {
            providers.removeIf(it -> it.provider().equals(provider));
            return List.copyOf(providers);
          });
    }
  }

  @Override
  public WebhookApi webhook() {
    return new Webhook();
  }

  private final class Webhook implements WebhookApi {
    @Override
    public WebhookJson.Config config() {
      return answer(() -> webhook);
    }

    @Override
    public WebhookJson.Config configure(WebhookJson.Change change) {
      return answer(
          () ->
              webhook =
                  new WebhookJson.Config(
                      change.url() == null ? webhook.url() : change.url(),
                      change.enabled() == null ? webhook.enabled() : change.enabled(),
                      webhook.events(),
                      true,
                      null,
                      clock.instant().toString()));
    }

    @Override
    public WebhookJson.TestResult test() {
      return answer(() -> new WebhookJson.TestResult("webhook.test", true, 200, 41, null));
    }

    @Override
    public List<WebhookJson.Delivery> deliveries() {
      return answer(() -> List.copyOf(deliveries));
    }

    @Override
    public void resend(String deliveryId) {
      answer(() -> true);
    }
  }

  @Override
  public KeysApi keys() {
    return new Keys();
  }

  private final class Keys implements KeysApi {
    @Override
    public List<DeskJson.Key> list() {
      return answer(() -> List.copyOf(keys));
    }

    @Override
    public DeskJson.CreatedKey create(String name) {
      return answer(
          () -> {
            DeskJson.Key key =
                new DeskJson.Key(
                    keys.size() + 1L,
                    name,
                    "kpa_test_9fQ2",
                    "test",
                    "api",
                    clock.instant().toString(),
                    null,
                    null);
            keys.add(key);
            return new DeskJson.CreatedKey(key, "kpa_test_9fQ2NotARealKeyNotARealKeyNotAReal");
          });
    }

    @Override
    public void revoke(long keyId) {
      answer(() -> keys.removeIf(key -> key.id() == keyId));
    }
  }

  @Override
  public void close() {}

  private List<DeskJson.Sale> pick(java.util.function.Predicate<PracticeSale> which) {
    return sales.values().stream()
        .filter(which)
        .sorted(Comparator.comparingLong(s -> s.id))
        .map(s -> s.json(clock.instant()))
        .toList();
  }

  private PracticeSale of(long id) {
    PracticeSale sale = sales.get(id);
    if (sale == null) {
      throw new EngineProblem(404, "NOT_FOUND", "Не найдено", Map.of());
    }
    return sale;
  }

  private void changed(PracticeSale sale) {
    changes.values().removeIf(id -> id == sale.id);
    changes.put(++cursor, sale.id);
    rung.signalAll();
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T answer(java.util.function.Supplier<T> action) {
    lock.lock();
    try {
      if (away) {
        throw new EngineUnreachable("away", null);
      }
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
