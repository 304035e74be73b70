package duken.store.jdbc.search;

import duken.domain.InvoiceStatus;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import duken.store.Invoices;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of invoices. It is chosen by ids alone, which the indexes hold, so that skipping many rows
 * does not read them; and with {@link InvoiceTally} whole days are skipped unseen.
 */
public final class InvoiceSearch {

  /** Below it, walking the index is as fast as asking the tally. */
  private static final long FAR = 1000;

  private final InvoiceQuery query;
  private final InvoiceFilter filter;
  private final InvoiceTotals totals;
  private final String direction;

  public InvoiceSearch(Dialect dialect, Scope scope, InvoiceQuery query) {
    this.query = query;
    this.filter = new InvoiceFilter(dialect, scope, query);
    // One of its own: the page narrows its times.
    this.totals = new InvoiceTotals(query, new InvoiceFilter(dialect, scope, query));
    this.direction = query.slice().descending() ? " desc" : " asc";
  }

  /** The rows of the page, in order. */
  public List<InvoiceRows.Bare> page(Handle handle) {
    if (query.slice().sort() == Sort.CLIENT_NAME && !filter.isSearch() && !filter.isBounded()) {
      return byName(handle);
    }
    long offset = query.slice().offset();
    if (query.slice().sort() == Sort.CREATED_AT && filter.isTallied() && offset >= FAR) {
      offset = new InvoiceLeap(query, filter).over(handle);
    }
    return rows(handle, chosen(offset), shownOrder(), query.slice().limit(), offset);
  }

  /** How many rows there are in all. */
  public long count(Handle handle) {
    return totals.count(handle);
  }

  /** What all matching sales brought and gave back. */
  public Invoices.Sums sums(Handle handle) {
    return totals.sums(handle);
  }

  /** The ids of the page, of which the first {@code offset} are to be skipped. */
  private String chosen(long offset) {
    String bounds = " limit :limit offset :offset";
    if (filter.isSearch()) {
      // Few rows, found one by one: sorted, and no index is walked for their order.
      boolean ofHits = query.slice().sort() == Sort.CREATED_AT || query.slice().sort() == Sort.ID;
      String from = ofHits ? filter.fromHits().orElseGet(filter::from) : filter.from();
      return "select id" + from + shownOrder() + bounds;
    }
    if (query.statuses().size() < 2 || !hasOrderPerStatus()) {
      return ids(query.statuses()) + bounds;
    }
    // Of each status its own first rows: an index has them in order, of all together none has.
    filter.put("reach", offset + query.slice().limit());
    String first =
        query.statuses().stream()
            .sorted()
            .map(status -> "(" + ids(Set.of(status)) + " limit :reach)")
            .collect(Collectors.joining(" union all "));
    return "select id from (" + first + ") first" + shownOrder() + bounds;
  }

  private boolean hasOrderPerStatus() {
    return switch (query.slice().sort()) {
      case CREATED_AT -> filter.isTallied();
      case ID, STATUS -> !filter.isBounded();
      case AMOUNT, CLIENT_NAME -> false;
    };
  }

  /** Through the index that has them in order, or all of a span of time, to be sorted. */
  private String ids(Set<InvoiceStatus> statuses) {
    String select = "select id, status, created_at";
    boolean one = statuses.size() == 1;
    if (filter.isBounded()
        && (query.period().byPaidAt() || query.slice().sort() != Sort.CREATED_AT)) {
      return select + filter.from(statuses, "from", "until") + shownOrder();
    }
    return switch (query.slice().sort()) {
      case CREATED_AT ->
          select
              + filter.from(statuses, "from", "until")
              + (one ? inOrderOf("status", "created_at") : inOrderOf("created_at"));
      case ID ->
          one
              ? select + filter.from("invoice_by_status_number", statuses) + inOrderOf("status")
              : select + filter.from("invoice_by_shop_number", statuses) + inOrderOfNumbers();
      case STATUS ->
          select + filter.from("invoice_by_status_number", statuses) + inOrderOf("status");
      case AMOUNT -> select + filter.from("invoice_by_amount", statuses) + inOrderOf("amount");
      case CLIENT_NAME ->
          select + filter.from("invoice_by_payer", statuses) + inOrderOf("payer_name");
    };
  }

  /** Invoices with a payer's name by it, then those without, whichever the direction. */
  private List<InvoiceRows.Bare> byName(Handle handle) {
    String order = " order by payer_name" + direction + " nulls last, id" + direction;
    String ids = "select id" + filter.from("invoice_by_payer", query.statuses());
    String inOrder = inOrderOf("payer_name") + " limit :limit offset :offset";
    List<InvoiceRows.Bare> named =
        rows(
            handle,
            ids + " and payer_name is not null" + inOrder,
            order,
            query.slice().limit(),
            query.slice().offset());
    int missing = query.slice().limit() - named.size();
    if (missing == 0) {
      return named;
    }
    long skipped =
        named.isEmpty() && query.slice().offset() > 0
            ? query.slice().offset() - countNamed(handle)
            : 0;
    List<InvoiceRows.Bare> all = new ArrayList<>(named);
    all.addAll(rows(handle, ids + " and payer_name is null" + inOrder, order, missing, skipped));
    return all;
  }

  private long countNamed(Handle handle) {
    return filter
        .query(
            handle,
            "select count(*)"
                + filter.from("invoice_by_payer", query.statuses())
                + " and payer_name is not null")
        .mapTo(Long.class)
        .one();
  }

  /** First the ids of the page, then the rows: H2 would ask a subquery anew for each row. */
  private List<InvoiceRows.Bare> rows(
      Handle handle, String ids, String order, int limit, long offset) {
    List<Long> chosen =
        filter
            .query(handle, ids)
            .bind("limit", limit)
            .bind("offset", offset)
            .mapTo(Long.class)
            .list();
    return chosen.isEmpty()
        ? List.of()
        : handle
            .createQuery("select * from invoice where id in (<chosen>)" + order)
            .bindList("chosen", chosen)
            .map(row -> InvoiceRows.read(row))
            .list();
  }

  private String shownOrder() {
    String byId = "id" + direction;
    return " order by "
        + switch (query.slice().sort()) {
          case ID -> byId;
          case AMOUNT -> "amount" + direction + ", " + byId;
          case CLIENT_NAME -> "payer_name" + direction + " nulls last, " + byId;
          case STATUS -> "status" + direction + ", " + byId;
          case CREATED_AT -> "created_at" + direction + ", " + byId;
        };
  }

  /**
   * A shop's numbers are given one by one, each before its invoice's id: their order is the same.
   */
  private String inOrderOfNumbers() {
    return " order by tenant_id" + direction + ", mode" + direction + ", number" + direction;
  }

  private String inOrderOf(String... columns) {
    return inIndexOrder(direction, columns);
  }

  /**
   * The order of an index: the shop, these columns, the id. The first ones are named too, though
   * they are the same in every row: H2 takes the order from an index only then, and else sorts a
   * year of sales to show ten.
   */
  public static String inIndexOrder(String direction, String... columns) {
    return Stream.of(Stream.of("tenant_id", "mode"), Stream.of(columns), Stream.of("id"))
        .flatMap(names -> names)
        .map(column -> column + direction)
        .collect(Collectors.joining(", ", " order by ", ""));
  }
}
