package duken.store.jdbc;

import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import duken.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The questions lists ask of a year of {@link ManySales}, and how the databases answer them. */
public final class ListPlans {

  private ListPlans() {}

  /** The questions by name: those that have to be answered without reading all sales. */
  static Map<String, InvoiceQuery> questions(int sales, Instant now) {
    Instant monthAgo = now.minus(Duration.ofDays(40));
    Instant newer = now.minus(Duration.ofDays(10));
    Instant yearAgo = now.minus(Duration.ofDays(364));
    long deep = sales / 5;
    Map<String, InvoiceQuery> questions = new LinkedHashMap<>();
    put(questions, "first page", wish -> wish);
    put(questions, "deep page", wish -> wish.part(10, deep));
    put(
        questions,
        "deep page, oldest first",
        wish -> wish.sorted(Sort.CREATED_AT, false).part(10, deep));
    put(questions, "one status", wish -> wish.in(InvoiceStatus.PAID));
    put(questions, "one status, deep", wish -> wish.in(InvoiceStatus.PAID).part(10, deep));
    put(
        questions,
        "rare statuses",
        wish -> wish.in(InvoiceStatus.PENDING, InvoiceStatus.PARTIALLY_REFUNDED));
    put(
        questions,
        "statuses, deep",
        wish -> wish.in(InvoiceStatus.PAID, InvoiceStatus.EXPIRED).part(10, deep));
    put(questions, "a month", wish -> wish.between(monthAgo, newer));
    put(
        questions,
        "a month, one status",
        wish -> wish.between(monthAgo, newer).in(InvoiceStatus.PAID));
    put(questions, "the year, deep", wish -> wish.between(yearAgo, now).part(10, deep));
    put(questions, "a month by payment", wish -> wish.paidBetween(monthAgo, newer));
    put(questions, "by id", wish -> wish.sorted(Sort.ID, true));
    put(questions, "by sum", wish -> wish.sorted(Sort.AMOUNT, true));
    put(questions, "by status", wish -> wish.sorted(Sort.STATUS, false));
    put(questions, "by name", wish -> wish.sorted(Sort.CLIENT_NAME, true));
    put(questions, "search: an order number", wish -> wish.searching("order-0000123"));
    put(questions, "search: its end", wish -> wish.searching("0000123"));
    put(questions, "search: words", wish -> wish.searching("Заказ №123, к"));
    put(questions, "search: nothing like it", wish -> wish.searching("нетакого"));
    put(
        questions,
        "search: digits of a sum, a phone or a number",
        wish -> wish.searching("45678").calling("45678").summing(4_567_800));
    return questions;
  }

  private static void put(
      Map<String, InvoiceQuery> questions, String name, UnaryOperator<Wish> wish) {
    questions.put(name, wish.apply(new Wish(InvoiceQuery.newest(10))).query());
  }

  /** What the database does for a question: the page, the count, the sums. */
  static List<Plans.Plan> of(JdbcStore store, Scope scope, InvoiceQuery query) {
    return Plans.of(
        store,
        tx -> {
          tx.invoices().list(scope, query);
          tx.invoices().sums(scope, query);
        });
  }

  /** All of them as a text to read. */
  public static String of(String url, String user, long tenantId, int sales, Instant now) {
    StringBuilder text = new StringBuilder();
    try (JdbcStore store = JdbcStore.open(StoreOptions.at(url).as(user, null))) {
      questions(sales, now)
          .forEach(
              (name, query) -> {
                text.append("==== ").append(name).append('\n');
                for (Plans.Plan plan : of(store, new Scope(tenantId, Mode.TEST), query)) {
                  text.append("\n-- ").append(plan.sql()).append('\n');
                  text.append("-- rows looked at: ").append(plan.rows());
                  text.append(plan.fullScan() ? ", A FULL SCAN\n" : "\n");
                  text.append(plan.plan()).append('\n');
                }
                text.append('\n');
              });
    }
    return text.toString();
  }
}
