package duken.store.jdbc.search;

import duken.store.InvoiceQuery.Sort;
import duken.store.Refunds.RefundQuery;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of refunds. As with invoices, ids are chosen first, which the indexes hold in order. Only
 * the fixed words in here become part of a statement, everything from outside is bound.
 */
public final class RefundSearch {

  private static final String BY_CREATION = "refund_by_creation";
  private static final String BY_STATUS_CREATION = "refund_by_status_creation";
  private static final String BY_STATUS_NUMBER = "refund_by_status_number";
  private static final String PAYER =
      "(select payer_name from invoice where invoice.id = refund.invoice_id)";

  private final Dialect dialect;
  private final RefundQuery query;
  private final String direction;
  private final Map<String, Object> values = new LinkedHashMap<>();

  public RefundSearch(Dialect dialect, Scope scope, RefundQuery query) {
    this.dialect = dialect;
    this.query = query;
    this.direction = query.descending() ? " desc" : " asc";
    values.putAll(Rows.owner(scope));
    put("invoice", query.invoiceId());
    put("from", query.from());
    put("until", query.until());
  }

  private void put(String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /** The ids of the page: first these, then the rows, as of invoices. */
  public List<Long> chosen(Handle handle) {
    return bound(handle, "select id" + chosen() + " limit :limit offset :offset")
        .bind("limit", query.limit())
        .bind("offset", query.offset())
        .mapTo(Long.class)
        .list();
  }

  /** The rows of the page, in order. */
  public Query rows(Handle handle, List<Long> chosen) {
    return handle
        .createQuery("select * from refund where id in (<chosen>)" + shownOrder())
        .bindList("chosen", chosen);
  }

  /** How many rows there are in all. */
  public long count(Handle handle) {
    String index = query.statuses().isEmpty() ? BY_CREATION : BY_STATUS_CREATION;
    return bound(handle, "select count(*)" + (ofInvoice() ? ofOneInvoice() : from(index)))
        .mapTo(Long.class)
        .one();
  }

  /** Through the index that has them in order, or all that match, to be sorted. */
  private String chosen() {
    if (ofInvoice()) {
      return ofOneInvoice() + shownOrder();
    }
    boolean one = query.statuses().size() == 1;
    if (isBounded() && query.sort() != Sort.CREATED_AT) {
      return from(one ? BY_STATUS_CREATION : BY_CREATION) + shownOrder();
    }
    return switch (query.sort()) {
      case CREATED_AT ->
          one
              ? from(BY_STATUS_CREATION) + inOrderOf("status", "created_at")
              : from(BY_CREATION) + inOrderOf("created_at");
      case ID ->
          one
              ? from(BY_STATUS_NUMBER) + inOrderOf("status")
              : from("refund_by_number") + inOrderOf();
      case AMOUNT -> from("refund_by_amount") + inOrderOf("amount");
      case STATUS -> from(BY_STATUS_NUMBER) + inOrderOf("status");
      // The name is the invoice's, and may still come: each refund's invoice is looked up.
      case CLIENT_NAME -> from(one ? BY_STATUS_CREATION : BY_CREATION) + shownOrder();
    };
  }

  private boolean ofInvoice() {
    return query.invoiceId() != null;
  }

  private boolean isBounded() {
    return query.from() != null || query.until() != null;
  }

  private String ofOneInvoice() {
    return from("refund_by_invoice") + " and invoice_id = :invoice";
  }

  private String from(String index) {
    return " from refund"
        + dialect.using(index)
        + " where tenant_id = :tenant and mode = :mode"
        + among()
        + (query.from() == null ? "" : " and created_at >= :from")
        + (query.until() == null ? "" : " and created_at < :until");
  }

  /** Our own words: the database knows how many of each there are, of a bound one it does not. */
  private String among() {
    return query.statuses().isEmpty()
        ? ""
        : query.statuses().stream()
            .map(status -> "'" + status.name() + "'")
            .sorted()
            .collect(Collectors.joining(", ", " and status in (", ")"));
  }

  private String shownOrder() {
    String byId = "id" + direction;
    return " order by "
        + switch (query.sort()) {
          case ID -> byId;
          case AMOUNT -> "amount" + direction + ", " + byId;
          case CLIENT_NAME -> PAYER + direction + " nulls last, " + byId;
          case STATUS -> "status" + direction + ", " + byId;
          case CREATED_AT -> "created_at" + direction + ", " + byId;
        };
  }

  private String inOrderOf(String... columns) {
    return InvoiceSearch.inIndexOrder(direction, columns);
  }

  private Query bound(Handle handle, String sql) {
    return handle.createQuery(sql).bindMap(values);
  }
}
