package duken.store.jdbc;

import duken.domain.Money;
import duken.store.InvoiceQuery;
import duken.store.Invoices;
import duken.store.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A list's wishes as SQL. Only the fixed words in here become part of the statement, everything
 * from outside is bound. The page is chosen by ids alone, which the indexes hold, so that skipping
 * many rows does not read them.
 */
final class InvoiceSearch {

  private final StringBuilder where =
      new StringBuilder("where tenant_id = :tenant and mode = :mode");
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final InvoiceQuery query;

  InvoiceSearch(Scope scope, InvoiceQuery query) {
    this.query = query;
    values.put("tenant", scope.tenantId());
    values.put("mode", scope.mode());
    if (!query.statuses().isEmpty()) {
      where.append(" and status in (<statuses>)");
    }
    if (query.kind() != null) {
      and("kind = :kind", "kind", query.kind());
    }
    String time = query.byPaidAt() ? "paid_at" : "created_at";
    if (query.from() != null) {
      and(time + " >= :from", "from", query.from());
    }
    if (query.until() != null) {
      and(time + " < :until", "until", query.until());
    }
    searchEverywhere();
  }

  /** What was typed may be a sum, the end of a phone or words: any of them is a hit. */
  private void searchEverywhere() {
    List<String> any = new ArrayList<>();
    if (query.amountTiyn() != null) {
      any.add("amount = :amount");
      values.put("amount", query.amountTiyn());
    }
    if (query.phoneEnding() != null) {
      any.add(phoneEndsWith(query.phoneEnding()));
    }
    if (query.search() != null && !query.search().isBlank()) {
      any.add(search(query.search().strip()));
    }
    if (!any.isEmpty()) {
      where.append(" and (").append(String.join(" or ", any)).append(')');
    }
  }

  /** The rows of the page, in order. */
  List<InvoiceRows.Bare> page(Handle handle) {
    String order = order();
    return bind(handle.createQuery(
            "select * from invoice where id in (select id from invoice "
                + where
                + order
                + " limit :limit offset :offset)"
                + order))
        .bind("limit", query.limit())
        .bind("offset", query.offset())
        .map((row, _) -> InvoiceRows.read(row))
        .list();
  }

  /** How many rows there are in all. */
  long count(Handle handle) {
    return bind(handle.createQuery("select count(*) from invoice " + where))
        .mapTo(Long.class)
        .one();
  }

  /** What all matching sales brought and gave back. */
  Invoices.Sums sums(Handle handle) {
    return bind(handle.createQuery(
            "select coalesce(sum(case when status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')"
                + " then amount else 0 end), 0) as paid,"
                + " coalesce(sum(refunded), 0) as refunded from invoice "
                + where))
        .map(
            (row, _) ->
                new Invoices.Sums(
                    Money.ofTiyn(row.getLong("paid")), Money.ofTiyn(row.getLong("refunded"))))
        .one();
  }

  private String order() {
    String direction = query.descending() ? " desc" : " asc";
    return switch (query.sort()) {
      case ID -> " order by id" + direction;
      case AMOUNT -> inIndexOrder("amount", direction);
      case CLIENT_NAME -> " order by payer_name" + direction + " nulls last, id" + direction;
      case STATUS -> " order by status" + direction + ", id" + direction;
      case CREATED_AT -> inIndexOrder("created_at", direction);
    };
  }

  /**
   * Names the index's columns from the first on, though the first two are the same in every row: H2
   * takes the order from an index only then, and else sorts a year of sales to show ten.
   */
  static String inIndexOrder(String column, String direction) {
    return " order by tenant_id"
        + direction
        + ", mode"
        + direction
        + ", "
        + column
        + direction
        + ", id"
        + direction;
  }

  private String phoneEndsWith(String digits) {
    String reversed = InvoiceRows.reversed(digits);
    values.put("phoneFrom", reversed);
    values.put("phoneUntil", reversed + "9".repeat(10));
    // A range instead of LIKE: the index serves it whatever the database's collation.
    return "(phone_reversed >= :phoneFrom and phone_reversed <= :phoneUntil)";
  }

  private String search(String text) {
    String escaped =
        InvoiceRows.searchable(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    values.put("search", "%" + escaped + "%");
    if (text.matches("[0-9]{1,18}")) {
      values.put("searchId", Long.valueOf(text));
      return "search_text like :search escape '!' or id = :searchId";
    }
    return "search_text like :search escape '!'";
  }

  private void and(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  private <S extends SqlStatement<S>> S bind(S statement) {
    if (!query.statuses().isEmpty()) {
      statement.bindList("statuses", List.copyOf(query.statuses()));
    }
    return statement.bindMap(values);
  }
}
