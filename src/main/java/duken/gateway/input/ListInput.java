package duken.gateway.input;

import duken.domain.InvoiceStatus;
import duken.domain.Refund;
import duken.gateway.http.HttpRequest;
import duken.store.Catalog;
import duken.store.InvoiceQuery;
import duken.store.Refunds.RefundQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Paging and filters of lists (gateway contract, section 7). */
public final class ListInput {

  private static final int LARGEST_PAGE = 100;
  private static final int USUAL_PAGE = 10;
  private static final int LARGEST_CATALOG_PAGE = 200;
  private static final int USUAL_CATALOG_PAGE = 50;
  private static final int LONGEST_BARCODE = 50;
  private static final long FARTHEST = 1_000_000_000L;
  private static final int LONGEST_SEARCH = 100;
  private static final Set<String> FOREIGN_STATUSES = Set.of("processing", "error");
  private static final Map<String, InvoiceQuery.Sort> SORTS =
      Map.of(
          "id", InvoiceQuery.Sort.ID,
          "amount", InvoiceQuery.Sort.AMOUNT,
          "client_name", InvoiceQuery.Sort.CLIENT_NAME,
          "status", InvoiceQuery.Sort.STATUS,
          "created_at", InvoiceQuery.Sort.CREATED_AT);
  private static final Set<String> CATALOG_SORTS = Set.of("id", "created_at");

  private final QueryFields fields;

  private ListInput(HttpRequest httpRequest) {
    this.fields = new QueryFields(httpRequest);
  }

  /**
   * Which invoices are asked for.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  public static InvoiceQuery invoices(HttpRequest httpRequest) {
    return new ListInput(httpRequest).invoices();
  }

  /**
   * Which refunds are asked for.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  public static RefundQuery refunds(HttpRequest httpRequest) {
    return new ListInput(httpRequest).refunds();
  }

  /**
   * Which catalog items are asked for (gateway contract, section 11.2).
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  public static Catalog.ItemQuery catalog(HttpRequest httpRequest) {
    return new ListInput(httpRequest).catalog();
  }

  private Catalog.ItemQuery catalog() {
    String search = fields.text("search", LONGEST_SEARCH);
    String barcode = fields.text("barcode", LONGEST_BARCODE);
    String firstChar = fields.character("first_char");
    Order order = order(CATALOG_SORTS);
    int limit = limit(USUAL_CATALOG_PAGE, LARGEST_CATALOG_PAGE);
    Catalog.ItemQuery query =
        new Catalog.ItemQuery(
            search == null ? null : search.strip(),
            barcode == null ? null : PlainText.visible(barcode),
            firstChar,
            order.by().equals("id"),
            order.descending(),
            limit,
            offset(limit));
    fields.check();
    return query;
  }

  private InvoiceQuery invoices() {
    Set<InvoiceStatus> statuses =
        statuses(
            InvoiceStatus.class, word -> InvoiceStatus.ofWire(word).orElse(null), FOREIGN_STATUSES);
    boolean byPaidAt =
        choice("date_field", "created_at", Set.of("created_at", "paid_at")).equals("paid_at");
    Instant from = fields.from("from", "date_from");
    Instant until = until(from);
    Order order = order(SORTS.keySet());
    int limit = limit(USUAL_PAGE, LARGEST_PAGE);
    InvoiceQuery query =
        new InvoiceQuery(
            statuses,
            null,
            new InvoiceQuery.Period(from, until, byPaidAt),
            new InvoiceQuery.Typed(fields.text("search", LONGEST_SEARCH), null, null, null),
            new InvoiceQuery.Slice(
                SORTS.get(order.by()), order.descending(), limit, offset(limit)));
    fields.check();
    return query;
  }

  private RefundQuery refunds() {
    Set<Refund.Status> statuses =
        statuses(
            Refund.Status.class,
            word ->
                List.of(Refund.Status.values()).stream()
                    .filter(status -> status.wire().equals(word))
                    .findFirst()
                    .orElse(null),
            Set.of());
    Instant from = fields.from("from", "date_from");
    Instant until = until(from);
    long invoiceId = fields.number(0, 1, Long.MAX_VALUE, "invoice_id");
    Order order = order(SORTS.keySet());
    int limit = limit(USUAL_PAGE, LARGEST_PAGE);
    RefundQuery query =
        new RefundQuery(
            statuses,
            invoiceId == 0 ? null : invoiceId,
            from,
            until,
            SORTS.get(order.by()),
            order.descending(),
            limit,
            offset(limit));
    fields.check();
    return query;
  }

  private Instant until(Instant from) {
    Instant until = fields.until("to", "date_to");
    if (from != null && until != null && !until.isAfter(from)) {
      fields.complain(fields.nameGiven("to", "date_to"), "time.order");
    }
    return until;
  }

  private int limit(int usual, int largest) {
    return (int) fields.number(usual, 1, largest, "limit", "per_page");
  }

  private long offset(int limit) {
    if (fields.nameGiven("offset") != null) {
      return fields.number(0, 0, FARTHEST, "offset");
    }
    return (fields.number(1, 1, FARTHEST / limit, "page") - 1) * limit;
  }

  /** Null for none: only words were asked for that mean nothing here. */
  private <E extends Enum<E>> Set<E> statuses(
      Class<E> kind, Function<String, E> reading, Set<String> foreign) {
    List<String> words = fields.words("status");
    EnumSet<E> statuses = EnumSet.noneOf(kind);
    for (String word : words) {
      E status = reading.apply(word.toLowerCase(Locale.ROOT));
      if (status != null) {
        statuses.add(status);
      } else if (!foreign.contains(word.toLowerCase(Locale.ROOT))) {
        fields.complain("status", "choice");
        return Set.of();
      }
    }
    return statuses.isEmpty() && !words.isEmpty() ? null : Set.copyOf(statuses);
  }

  private Order order(Set<String> columns) {
    String sort = fields.word("sort");
    if (sort != null && fields.nameGiven("sort_by", "sort_order") == null) {
      boolean descending = sort.startsWith("-");
      String by = descending ? sort.substring(1) : sort;
      if (!columns.contains(by)) {
        fields.complain("sort", "choice");
        return new Order("created_at", true);
      }
      return new Order(by, descending);
    }
    String by = choice("sort_by", "created_at", columns);
    return new Order(by, choice("sort_order", "desc", Set.of("asc", "desc")).equals("desc"));
  }

  private String choice(String name, String otherwise, Set<String> choices) {
    String word = fields.word(name);
    if (word == null) {
      return otherwise;
    }
    if (!choices.contains(word)) {
      fields.complain(name, "choice");
      return otherwise;
    }
    return word;
  }

  private record Order(String by, boolean descending) {}
}
