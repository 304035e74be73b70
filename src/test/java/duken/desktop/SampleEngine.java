package duken.desktop;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.DeskJson.AnomalyJson;
import duken.api.DeskJson.Key;
import duken.api.DeskJson.LifeEvent;
import duken.api.DeskJson.Sale;
import duken.api.DeskJson.SaleDetail;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.WebhookJson;
import duken.api.WebhookJson.Delivery;
import duken.api.cart.CartApi;
import duken.api.cash.CashApi;
import duken.api.cash.CashJson;
import duken.api.desk.AnomaliesApi;
import duken.api.desk.BankApi;
import duken.api.desk.KeysApi;
import duken.api.desk.SalesApi;
import duken.api.desk.TillApi;
import duken.api.desk.WebhookApi;
import duken.api.goods.GoodsApi;
import duken.api.reconcile.ReconcileApi;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A shop's day with something of everything, for pictures. */
public final class SampleEngine extends NoEngine {

  private final PracticeOwner owner = new PracticeOwner();

  private final PracticeStaff staff = new PracticeStaff();

  @Override
  public PracticeOwner owner() {
    return owner;
  }

  @Override
  public PracticeStaff staff() {
    return staff;
  }

  /** How a refund ends here. */
  public enum RefundEnd {
    DONE,
    REFUSED,
    UNKNOWN
  }

  private final boolean empty;
  private RefundEnd refundEnd = RefundEnd.DONE;

  /** The shop; {@code empty} before its first day. */
  public SampleEngine(boolean empty) {
    this.empty = empty;
  }

  /** From now on refunds end like this. */
  public void refundsEnd(RefundEnd end) {
    refundEnd = end;
  }

  private static SampleSales row(long id, String amount, String time) {
    return SampleSales.sale(id, amount).with("created_at", "2026-05-14T" + time + ":00Z");
  }

  private static List<Sale> rows() {
    return List.of(
        row(1052, "4200.00", "09:58").done(),
        row(1051, "15000.00", "09:41")
            .paid()
            .with("client_name", "Асель Т.")
            .with("external_order_id", "A-2041")
            .done(),
        row(1050, "2500.50", "09:33")
            .paid()
            .with("type", "phone")
            .with("client_phone", "87011234567")
            .with("client_name", "Нұрлан Ж.")
            .done(),
        row(1049, "890.00", "09:20")
            .with("status", "expired")
            .with("status_reason", "ttl_expired")
            .odd("paid_late", "890.00")
            .done(),
        row(1048, "31990.00", "09:04")
            .paid()
            .with("client_name", "Мадина К.")
            .refunded("5000.00", "26990.00")
            .with("description", "Кофемолка и два пакета зёрен")
            .done(),
        row(1047, "1200.00", "08:51")
            .with("status", "cancelled")
            .with("status_reason", "customer_cancelled")
            .with("type", "phone")
            .with("client_phone", "87770001122")
            .done(),
        row(1046, "640.00", "08:40")
            .paid()
            .with("client_name", "Иван С.")
            .fromApi()
            .with("external_order_id", "site-99812")
            .done(),
        row(1045, "7300.00", "08:22").paid().with("client_name", "Гүлнар Ә.").done(),
        row(1044, "99999999.99", "08:02")
            .paid()
            .with("status", "refunded")
            .with("client_name", "Товарищество с очень длинным названием «Қазақстан»")
            .with("description", "Проверка самой большой суммы")
            .done());
  }

  @Override
  public DeskJson.State state() {
    return new DeskJson.State(
        "Кофейня на Абая",
        true,
        "sandbox",
        "connected",
        List.of("qr", "phone", "cancel", "refund", "partial_refund"),
        true,
        empty ? 0 : 3,
        empty ? 0 : 1,
        1,
        "http://127.0.0.1:3000",
        "0.1.0",
        null);
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    return new DeskJson.Changes(cursor, List.of());
  }

  private static RefundJson refunded(
      long id, String amount, String reason, String status, String error) {
    return new RefundJson(
        id,
        1048,
        amount,
        reason,
        new RefundJson.State(status, null, null, "cashier", error, null),
        List.of(),
        new RefundJson.Times("2026-05-14T09:3" + id % 10 + ":00Z", null),
        new RefundJson.Way(null, null, null),
        null);
  }

  private static LifeEvent event(String event, String from, String to, String word, String time) {
    return new LifeEvent(event, from, to, word, "2026-05-14T" + time + ":00Z");
  }

  private static AnomalyJson odd(long id, long invoice, String kind, String amount) {
    return new AnomalyJson(
        id, invoice, kind, amount, "2026-05-14T09:44:00Z", null, null, null, invoice);
  }

  private static Delivery delivery(
      String id, long invoice, String state, int attempts, Integer status, String time) {
    String at = "2026-05-14T" + time + ":00Z";
    return new Delivery(
        id,
        invoice,
        "invoice.status_changed",
        "https://kofe.kz/payments",
        new WebhookJson.Progress(state, attempts, at, at),
        new WebhookJson.LastAttempt(status, null, at),
        null);
  }

  private static Key key(long id, String name, String role, String used, String revoked) {
    return new Key(
        id, name, "kpa_test_9fQ" + id, "test", role, "2026-02-01T09:00:00Z", used, revoked);
  }

  /** A shop that keeps no cash beside the bank. */
  @Override
  public CashApi cash() {
    return answers(
        CashApi.class,
        Map.of(
            "standing",
            new CashJson.Standing(new CashJson.Settings(false, false, false), List.of())));
  }

  /** A bank with nothing that is not here. */
  @Override
  public ReconcileApi reconcile() {
    return answers(ReconcileApi.class, Map.of("strangers", List.of()));
  }

  private static <T> T answers(Class<T> part, Map<String, Object> answers) {
    return part.cast(
        Proxy.newProxyInstance(
            part.getClassLoader(),
            new Class<?>[] {part},
            (_, method, _) -> {
              if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
              }
              throw new AssertionError("this test is not about " + method);
            }));
  }

  @Override
  public TillApi till() {
    return new NoEngine.Till() {
      @Override
      public List<Sale> openSales() {
        return List.of();
      }

      @Override
      public List<Sale> unannounced() {
        return List.of();
      }
    };
  }

  @Override
  public GoodsApi goods() {
    return new PracticeGoods();
  }

  @Override
  public CartApi carts() {
    return new PracticeCarts();
  }

  @Override
  public SalesApi sales() {
    return new NoEngine.Sales() {
      @Override
      public DeskJson.Sales list(SalesFilter filter) {
        List<Sale> rows = empty || "нет такого".equals(filter.search()) ? List.of() : rows();
        return new DeskJson.Sales(
            rows,
            rows.size(),
            filter.limit(),
            filter.offset(),
            empty ? "0.00" : "1254600.50",
            empty ? "0.00" : "5000.00");
      }

      @Override
      public SaleDetail get(long invoiceId) {
        Sale sale =
            rows().stream().filter(s -> s.invoice().id() == invoiceId).findFirst().orElseThrow();
        if (invoiceId == 1049) {
          return new SaleDetail(
              sale,
              List.of(
                  event("created", null, "pending", null, "09:20"),
                  event("progressed", "pending", "pending", "waiting", "09:20"),
                  event("renewed", null, null, null, "09:30"),
                  event("moved", "pending", "expired", "ttl_expired", "09:40"),
                  event("anomaly", null, null, "paid_late", "09:44")),
              List.of());
        }
        return new SaleDetail(
            sale,
            List.of(
                event("created", null, "pending", null, "09:04"),
                event("progressed", "pending", "pending", "waiting", "09:04"),
                event("progressed", "pending", "pending", "scanned", "09:05"),
                event("progressed", "pending", "pending", "confirming", "09:05"),
                event("moved", "pending", "paid", null, "09:06"),
                event("moved", "paid", "partially_refunded", null, "09:30")),
            List.of(
                refunded(71, "5000.00", "Один пакет был открыт", "completed", null),
                refunded(72, "26990.00", null, "failed", "Счёт покупателя закрыт")));
      }

      @Override
      public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
        return switch (refundEnd) {
          case DONE ->
              SampleSales.sale(invoiceId, "31990.00")
                  .refundAnswer(refund.amount(), "completed", null);
          case REFUSED ->
              throw new EngineProblem(
                  502, "PROVIDER_ERROR", "Банк отказал: счёт покупателя закрыт.", Map.of());
          case UNKNOWN -> throw new EngineUnreachable("no answer", null);
        };
      }
    };
  }

  @Override
  public AnomaliesApi anomalies() {
    return new AnomaliesApi() {
      @Override
      public List<AnomalyJson> list() {
        return empty
            ? List.of()
            : List.of(
                odd(1, 1049, "paid_late", "890.00"),
                odd(2, 1021, "paid_twice", "12400.00"),
                odd(3, 998, "refunded_at_bank", "5600.00"));
      }

      @Override
      public void resolve(long anomalyId, String how) {
        throw new AssertionError("nobody decides");
      }
    };
  }

  @Override
  public WebhookApi webhook() {
    return new NoEngine.Webhook() {
      @Override
      public WebhookJson.Config config() {
        return empty
            ? new WebhookJson.Config(null, false, List.of(), false, null, null)
            : new WebhookJson.Config(
                "https://kofe.kz/payments",
                true,
                List.of("invoice.status_changed"),
                true,
                null,
                null);
      }

      @Override
      public WebhookJson.Config configure(WebhookJson.Change change) {
        return new WebhookJson.Config(
            "https://kofe.kz/payments",
            true,
            List.of(),
            true,
            "whsec_Xn0pYq3c7dRzK1mVb8tWu5sLh2fGj6aE9iOoQwErTyU",
            null);
      }

      @Override
      public WebhookJson.TestResult test() {
        return new WebhookJson.TestResult("webhook.test", false, 500, 41, "HTTP 500");
      }

      @Override
      public List<Delivery> deliveries() {
        return empty
            ? List.of()
            : List.of(
                delivery("a", 1051, "queued", 0, null, "09:41"),
                delivery("b", 1050, "queued", 2, 503, "09:33"),
                delivery("c", 1048, "delivered", 1, 200, "09:30"),
                delivery("d", 1046, "parked", 3, null, "08:40"));
      }
    };
  }

  @Override
  public KeysApi keys() {
    return new KeysApi() {
      @Override
      public List<Key> list() {
        return empty
            ? List.of()
            : List.of(
                key(1, "Касса 1", "desk", "2026-05-14T09:58:00Z", null),
                key(2, "Сайт kofe.kz", "api", "2026-05-13T18:00:00Z", null),
                key(3, "1С бухгалтерия", "api", null, null),
                key(4, "Старый сайт", "api", "2026-03-01T12:00:00Z", "2026-04-02T09:00:00Z"));
      }

      @Override
      public DeskJson.CreatedKey create(String name) {
        return new DeskJson.CreatedKey(
            key(5, name, "api", null, null), "kpa_test_9fQ2mXc7VbN4tLkR8sWpZ3yHdJ6gA1eU5iOo");
      }

      @Override
      public void revoke(long keyId) {
        throw new AssertionError("nobody revokes");
      }
    };
  }

  @Override
  public BankApi bank() {
    return new NoEngine.Bank() {
      @Override
      public BankJson.Status status() {
        return new PracticeBank(Clock.systemUTC()).status();
      }
    };
  }
}
