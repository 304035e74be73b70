package duken.store.jdbc.search;

import duken.domain.InvoiceStatus;
import duken.store.InvoiceQuery;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list's wishes as conditions. Only the fixed words in here become part of the statement,
 * everything from outside is bound.
 */
final class InvoiceFilter {

  static final String OWN = "tenant_id = :tenant and mode = :mode";

  /** The bank's numbers are long; what is shorter is no whole one. */
  private static final int SHORTEST_OPERATION = 4;

  private static final String HIT = "select id, created_at from invoice where ";

  private final Dialect dialect;
  private final InvoiceQuery query;
  private final Map<String, Object> values = new LinkedHashMap<>();

  InvoiceFilter(Dialect dialect, Scope scope, InvoiceQuery query) {
    this.dialect = dialect;
    this.query = query;
    values.putAll(Rows.owner(scope));
    put("from", query.period().from());
    put("until", query.period().until());
    put("kind", query.kind());
  }

  /** The table and all conditions, through the index of the times. */
  String from() {
    return from(query.statuses(), "from", "until");
  }

  /** The same with these statuses and between two bound times, where they are bound. */
  String from(Set<InvoiceStatus> statuses, String fromName, String untilName) {
    return from(indexOfTimes(statuses), statuses, fromName, untilName);
  }

  /** The same through another index. */
  String from(String index, Set<InvoiceStatus> statuses) {
    return from(index, statuses, "from", "until");
  }

  private String indexOfTimes(Set<InvoiceStatus> statuses) {
    if (query.period().byPaidAt() && isBounded()) {
      return "invoice_by_payment";
    }
    return statuses.size() == 1 ? "invoice_by_status" : "invoice_by_creation";
  }

  private String from(
      String index, Set<InvoiceStatus> statuses, String fromName, String untilName) {
    StringBuilder where = new StringBuilder();
    if (isSearch()) {
      // What is found is one's own, by id; no other index shall tempt the database, so the status
      // is hidden from it. A join: H2 would ask a subquery anew for each row.
      where.append(" from (select found.id as found_id from (").append(hits());
      where.append(") found) hit join invoice on invoice.id = hit.found_id where true");
      where.append(among(statuses).replace("status", "status || ''"));
    } else {
      where.append(" from invoice").append(dialect.using(index)).append(" where ").append(OWN);
      where.append(among(statuses));
    }
    if (query.kind() != null) {
      where.append(" and kind = :kind");
    }
    return where + during(fromName, untilName);
  }

  private String during(String fromName, String untilName) {
    String time = query.period().byPaidAt() ? "paid_at" : "created_at";
    String after = values.containsKey(fromName) ? " and " + time + " >= :" + fromName : "";
    String before = values.containsKey(untilName) ? " and " + time + " < :" + untilName : "";
    return after + before;
  }

  /**
   * What was searched, without a look at the invoices themselves: their ids and times of creation.
   * Empty when another condition needs that look.
   */
  Optional<String> fromHits() {
    return isSearch()
            && query.statuses().isEmpty()
            && query.kind() == null
            && !(query.period().byPaidAt() && isBounded())
        ? Optional.of(" from (" + hits() + ") hit where true" + during("from", "until"))
        : Optional.empty();
  }

  /** The condition on the status, empty for all. */
  static String among(Collection<InvoiceStatus> statuses) {
    return switch (statuses.size()) {
      case 0 -> "";
      case 1 -> " and status = '" + statuses.iterator().next().name() + "'";
      default -> " and status in (" + quoted(statuses) + ")";
    };
  }

  /** Our own words, in quotes. */
  static String quoted(Collection<InvoiceStatus> statuses) {
    return statuses.stream()
        .map(status -> "'" + status.name() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Whether a time was asked for. */
  boolean isBounded() {
    return query.period().from() != null || query.period().until() != null;
  }

  /** Whether something was typed. */
  boolean isSearch() {
    return query.typed().amountTiyn() != null
        || query.typed().phoneEnding() != null
        || typed() != null;
  }

  /** Whether the tally knows the answer, but for the days at the edges. */
  boolean isTallied() {
    return !isSearch() && query.kind() == null && !(query.period().byPaidAt() && isBounded());
  }

  /** What was typed may be a sum, the end of a phone or words: each finds invoices of its own. */
  private String hits() {
    List<String> hits = new ArrayList<>();
    if (query.typed().amountTiyn() != null) {
      values.put("amount", query.typed().amountTiyn());
      hits.add(HIT + OWN + " and amount = :amount");
    }
    if (query.typed().phoneEnding() != null) {
      String reversed = InvoiceRows.reversed(query.typed().phoneEnding());
      values.put("phoneFrom", reversed);
      values.put("phoneUntil", reversed + "9".repeat(10));
      // A range instead of LIKE: the index serves it whatever the database's collation.
      hits.add(HIT + OWN + " and phone_reversed >= :phoneFrom and phone_reversed <= :phoneUntil");
    }
    if (query.typed().number() != null) {
      values.put("number", query.typed().number());
      hits.add(HIT + OWN + " and number = :number");
    }
    if (typed() != null) {
      hits.addAll(wordHits(typed()));
    }
    return String.join(" union ", hits);
  }

  private List<String> wordHits(String text) {
    List<String> hits = new ArrayList<>();
    if (query.typed().number() == null && text.matches("[0-9]{1,18}")) {
      values.put("searchId", Long.valueOf(text));
      hits.add(HIT + "id = :searchId and " + OWN);
    }
    String operation = query.typed().search().strip();
    if (operation.length() >= SHORTEST_OPERATION) {
      values.put("operation", operation);
      hits.add(
          "select i.id, i.created_at from bank_operation b join invoice i on i.id = b.invoice_id"
              + " where b.operation_id = :operation and i.tenant_id = :tenant and i.mode = :mode");
      // What the window shows of a sale at a terminal: the terminal's own number, not the process.
      values.put("payment", InvoiceWords.ofPayment(operation));
      hits.add(
          "select p.invoice_id as id, p.created_at from invoice_word p"
              + " where p.tenant_id = :tenant and p.mode = :mode and p.word = :payment");
    }
    List<InvoiceWords.Range> ranges = InvoiceWords.ranges(text);
    for (int i = 0; i < ranges.size(); i++) {
      InvoiceWords.Range range = ranges.get(i);
      values.put("wordFrom" + i, range.from());
      values.put("wordUntil" + i, range.until());
      String between = " and w.word >= :wordFrom" + i + " and w.word < :wordUntil" + i;
      String own = " where w.tenant_id = :tenant and w.mode = :mode" + between;
      if (range.sure()) {
        hits.add("select w.invoice_id as id, w.created_at from invoice_word w" + own);
      } else {
        values.put("text", "%" + literal(text) + "%");
        hits.add(
            "select i.id, i.created_at from invoice_word w join invoice i on i.id = w.invoice_id"
                + own
                + " and i.search_text like :text escape '!'");
      }
    }
    if (hits.isEmpty()) {
      hits.add(HIT + "id = -1");
    }
    return hits;
  }

  private String typed() {
    return query.typed().search() == null || query.typed().search().isBlank()
        ? null
        : InvoiceRows.searchable(query.typed().search().strip());
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Binds one more value, unless it is null. */
  void put(String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /** A statement that may name what was bound. */
  Query query(Handle handle, String sql) {
    return handle.createQuery(sql).bindMap(values);
  }
}
