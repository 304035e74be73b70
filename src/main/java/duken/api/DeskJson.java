package duken.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duken.api.orders.OrdersJson;
import java.util.List;
import java.util.Optional;

/** What only a cashier's window is told, under {@code /desk/v1}. */
public final class DeskJson {

  private DeskJson() {}

  /**
   * {@code GET /desk/v1/state}: what a window needs to know about the engine and its shop.
   *
   * @param shop the shop's name
   * @param training nothing here is real money
   * @param bank how the shop's own account stands, in training too; null from an older engine
   * @param orders how the shop stands with its orders on kaspi.kz; null from an older engine
   * @param providers how the shop stands with each of its providers, those of older sales among
   *     them; empty from an older engine
   */
  public record State(
      String shop,
      boolean training,
      @JsonUnwrapped Way way,
      @JsonUnwrapped Waiting waiting,
      @JsonUnwrapped EngineFacts engine,
      BankJson.Status bank,
      OrdersJson.Standing orders,
      List<BankJson.Provider> providers) {

    public State {
      providers = providers == null ? List.of() : List.copyOf(providers);
    }

    /** Of an engine that knows neither orders nor several providers. */
    public State(
        String shop,
        boolean training,
        String provider,
        String connection,
        List<String> capabilities,
        boolean bankReachable,
        int openAnomalies,
        int parkedDeliveries,
        long cursor,
        String publicUrl,
        String version,
        BankJson.Status bank) {
      this(
          shop,
          training,
          new DeskJson.Way(provider, connection, capabilities, bankReachable),
          new DeskJson.Waiting(openAnomalies, parkedDeliveries),
          new DeskJson.EngineFacts(cursor, publicUrl, version),
          bank,
          null,
          List.of());
    }

    /** How the shop stands with the provider of its new sales; empty when that is not told. */
    public Optional<BankJson.Provider> live() {
      return providers.stream().filter(BankJson.Provider::live).findFirst();
    }

    /**
     * Whether the provider that made this invoice can do this: an invoice stays with it, whatever
     * takes the shop's new sales.
     *
     * @param capability lower-case word, {@code refund}
     */
    public boolean can(InvoiceJson invoice, String capability) {
      String maker = invoice.bank().provider() == null ? null : invoice.bank().provider().name();
      if (maker == null
          || maker.equals(way.provider())
          || invoice.payment().isSandbox()
          || providers.isEmpty()) {
        return way.capabilities().contains(capability);
      }
      return providers.stream()
          .anyMatch(it -> it.provider().equals(maker) && it.capabilities().contains(capability));
    }
  }

  /**
   * The provider that takes new invoices.
   *
   * @param provider name of the provider
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param capabilities lower-case words, see {@link duken.domain.Capability}
   * @param bankReachable whether the last question to the bank was answered
   */
  public record Way(
      String provider, String connection, List<String> capabilities, boolean bankReachable) {}

  /**
   * What waits for a person.
   *
   * @param openAnomalies how many anomalies wait for somebody
   * @param parkedDeliveries how many webhook deliveries gave up for now
   */
  public record Waiting(int openAnomalies, int parkedDeliveries) {}

  /**
   * What the engine says of itself.
   *
   * @param cursor where {@code changes} begins
   * @param publicUrl the base of pay links
   * @param version of the engine
   */
  public record EngineFacts(long cursor, String publicUrl, String version) {}

  /**
   * An invoice as a window shows it.
   *
   * @param invoice as the contract shows it
   * @param qrText what to draw as QR, or null
   * @param millisLeft until it expires by the engine's clock, never negative
   * @param fromDesk made by a cashier
   * @param number counted by the shop, training apart from real money
   * @param refundReasons why money of it went back or is going back
   */
  public record Sale(
      InvoiceJson invoice,
      String qrText,
      @JsonUnwrapped Live live,
      long millisLeft,
      boolean fromDesk,
      List<AnomalyJson> anomalies,
      long number,
      List<String> refundReasons) {

    public Sale {
      refundReasons = refundReasons == null ? List.of() : List.copyOf(refundReasons);
    }
  }

  /**
   * What is happening to a sale at the bank.
   *
   * @param progress {@code not_sent}, {@code waiting}, {@code scanned} or {@code confirming}
   * @param checking its time is over or the bank is silent, and the bank's last word is awaited
   * @param queued the bill surely did not reach the bank yet
   * @param queuedSince since when it waits, or null
   * @param held it has waited so long that it is only sent when a cashier says so
   */
  public record Live(
      String progress, boolean checking, boolean queued, String queuedSince, boolean held) {}

  /** {@code GET /desk/v1/changes?after=…&wait=…}: sales that changed, and where to go on. */
  public record Changes(long cursor, List<Sale> sales) {}

  /**
   * {@code GET /desk/v1/sales?status=…&from=…&to=…&search=…&limit=…&offset=…}: a page, with the
   * sums of everything the filter matches. Parameters as in {@link SalesFilter}; {@code status} may
   * be repeated.
   */
  public record Sales(
      List<Sale> sales, long total, int limit, long offset, String paidSum, String refundedSum) {}

  /**
   * {@code GET /desk/v1/sales/{id}}: one sale with its life and its refunds, oldest first.
   *
   * @param settlesNumber number of the invoice whose late payment this one books, or null
   */
  public record SaleDetail(
      Sale sale, List<LifeEvent> life, List<RefundJson> refunds, Long settlesNumber) {

    /** A sale that books nothing of another. */
    public SaleDetail(Sale sale, List<LifeEvent> life, List<RefundJson> refunds) {
      this(sale, life, refunds, null);
    }
  }

  /** A line of an invoice's life, see {@link duken.domain.HistoryEntry}. */
  public record LifeEvent(
      String event,
      String from,
      String to,
      String detail,
      String at,
      String caller,
      String desk,
      String staff) {

    /** A line that nobody in particular brought about. */
    public LifeEvent(String event, String from, String to, String detail, String at) {
      this(event, from, to, detail, at, null, null, null);
    }
  }

  /**
   * Money that behaved oddly, see {@link duken.domain.Anomaly}.
   *
   * @param invoiceId 0 when it is about an order of the marketplace
   * @param number of the invoice, counted by the shop; 0 for an order
   * @param at the same as {@code detectedAt}
   */
  public record AnomalyJson(
      long id,
      long invoiceId,
      String kind,
      String amount,
      String detectedAt,
      @JsonUnwrapped Resolved resolved,
      long number,
      String at,
      @JsonUnwrapped AnomalyOrder order) {

    /** One of an invoice, found at {@code detectedAt}. */
    public AnomalyJson(
        long id,
        long invoiceId,
        String kind,
        String amount,
        String detectedAt,
        String resolution,
        String resolvedBy,
        String resolvedAt,
        long number) {
      this(
          id,
          invoiceId,
          kind,
          amount,
          detectedAt,
          new DeskJson.Resolved(resolution, resolvedBy, resolvedAt),
          number,
          detectedAt,
          new DeskJson.AnomalyOrder(null, null));
    }
  }

  /** How an anomaly was settled, by whom and when. */
  public record Resolved(String resolution, String resolvedBy, String resolvedAt) {}

  /**
   * The marketplace's order an anomaly is about.
   *
   * @param orderId of the marketplace's order, or null
   * @param orderCode the order's number, or null
   */
  public record AnomalyOrder(String orderId, String orderCode) {}

  /**
   * {@code POST /desk/v1/anomalies/{id}/resolve}: {@code refund}, {@code keep}, {@code
   * acknowledge}; of an unclear refund {@code returned}, {@code not_returned}.
   */
  public record Resolve(String how) {}

  /**
   * {@code POST /desk/v1/training/{invoiceId}}: what the customer's phone or the practice bank
   * does: {@code scan}, {@code confirm}, {@code pay}, {@code decline}, {@code leave}, {@code
   * expire}, {@code pay_late}, {@code silence}, {@code speak}, {@code lose_next_answer}, {@code
   * refuse_next_refund}.
   */
  public record Training(String action) {}

  /** {@code GET /desk/v1/payer?phone=…}: null when the bank does not tell. */
  public record Payer(String name) {}

  /** {@code PUT /desk/v1/shop}. */
  public record Shop(String name) {}

  /**
   * A key without the key.
   *
   * @param role {@code api} or {@code desk}
   */
  public record Key(
      long id,
      String name,
      String prefix,
      String mode,
      String role,
      String createdAt,
      String lastUsedAt,
      String revokedAt) {}

  /** {@code POST /desk/v1/keys}. */
  public record NewKey(String name) {}

  /** The one answer that shows a key whole. */
  public record CreatedKey(Key info, String key) {}

  /** A list under one name, so that fields can be added beside it. */
  public record ListOf<T>(List<T> data) {}
}
