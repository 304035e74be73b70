package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Refund;
import duken.store.Catalog;
import duken.store.InvoiceQuery.Sort;
import duken.store.Refunds.RefundQuery;
import duken.store.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The statements our lists really send, run on a year of sales and explained with what was read. No
 * planner is told to avoid anything: with this many rows each finds the indexes by itself.
 */
final class ListPlansTest {

  private static final int SALES = 30_000;

  /** More than any of these questions needs, and far from all. */
  private static final long MOST = SALES / 5;

  /** What a page of refunds needs: itself, twice, and a little. */
  private static final long FEW = 200;

  @ParameterizedTest
  @EnumSource(Database.class)
  void noListReadsAllSales(Database database) {
    try (JdbcStore store = database.open()) {
      Scope scope = afterAYear(store);
      SoftAssertions all = new SoftAssertions();
      ListPlans.questions(SALES, OnBothDatabases.NOON)
          .forEach(
              (name, query) -> {
                for (Plans.Plan plan : ListPlans.of(store, scope, query)) {
                  all.assertThat(plan.fullScan()).as(name + "\n" + plan).isFalse();
                  all.assertThat(plan.rows()).as(name + "\n" + plan).isBetween(0L, MOST);
                }
              });
      for (Catalog.ItemQuery query :
          List.of(
              new Catalog.ItemQuery(null, null, null, false, true, 50, 0),
              new Catalog.ItemQuery(null, null, null, true, false, 50, 0),
              new Catalog.ItemQuery("77", null, null, false, true, 50, 0),
              new Catalog.ItemQuery(null, null, "о", true, true, 50, 0))) {
        for (Plans.Plan plan : Plans.of(store, tx -> tx.catalog().list(scope, query))) {
          all.assertThat(plan.plan().toUpperCase(Locale.ROOT))
              .as(query + "\n" + plan)
              .doesNotContain("CATALOG_ITEM.TABLESCAN", "UNIQUE");
        }
      }
      refundEverySecondSale(store);
      for (RefundQuery query : refundQuestions()) {
        Plans.Plan page = Plans.of(store, tx -> tx.refunds().list(scope, query)).getFirst();
        boolean looksAtEveryName = query.sort() == Sort.CLIENT_NAME && query.invoiceId() == null;
        all.assertThat(page.rows())
            .as(query + "\n" + page)
            .isBetween(0L, looksAtEveryName ? 2L * SALES : FEW);
        all.assertThat(page.fullScan() && !looksAtEveryName).as(query + "\n" + page).isFalse();
      }
      all.assertAll();

      Plans.Plan rows = Plans.of(store, "select count(*) from invoice where description like '%x'");
      Plans.Plan index =
          Plans.of(store, "select count(*) from invoice where tenant_id = 1 and mode = 'TEST'");
      assertThat(rows.fullScan()).as("a full scan is noticed: " + rows).isTrue();
      assertThat(rows.rows()).as(rows.toString()).isGreaterThanOrEqualTo(SALES);
      assertThat(index.rows())
          .as("as is a walk of an index: " + index)
          .isGreaterThanOrEqualTo(SALES);
    }
  }

  private static List<RefundQuery> refundQuestions() {
    Instant now = OnBothDatabases.NOON;
    List<RefundQuery> questions = new ArrayList<>();
    for (Sort sort : Sort.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        questions.add(new RefundQuery(Set.of(), null, null, null, sort, descending, 10, 0));
        questions.add(new RefundQuery(Set.of(), 7L, null, null, sort, descending, 10, 0));
      }
    }
    Instant dayAgo = now.minus(Duration.ofDays(1));
    Set<Refund.Status> done = Set.of(Refund.Status.COMPLETED);
    questions.add(new RefundQuery(done, null, null, null, Sort.CREATED_AT, true, 10, 0));
    questions.add(new RefundQuery(done, null, null, null, Sort.ID, true, 10, 0));
    questions.add(new RefundQuery(done, null, dayAgo, now, Sort.CREATED_AT, true, 10, 0));
    Set<Refund.Status> none = Set.of(Refund.Status.FAILED);
    questions.add(new RefundQuery(none, null, null, null, Sort.CREATED_AT, true, 10, 0));
    questions.add(new RefundQuery(none, null, null, null, Sort.CLIENT_NAME, true, 10, 0));
    questions.add(new RefundQuery(Set.of(), null, dayAgo, now, Sort.CREATED_AT, true, 10, 0));
    questions.add(new RefundQuery(Set.of(), null, dayAgo, now, Sort.AMOUNT, true, 10, 0));
    return questions;
  }

  private static void refundEverySecondSale(JdbcStore store) {
    store.within(
        handle -> {
          handle.execute(
              """
              insert into refund (tenant_id, mode, invoice_id, amount, status, initiated_by,
                refunded_before, has_lines, created_at)
              select tenant_id, mode, id, amount, 'COMPLETED', 'API', 0, false, created_at
              from invoice where mod(id, 2) = 1
              """);
          try {
            String database = handle.connection().getMetaData().getDatabaseProductName();
            return handle.execute(database.equals("H2") ? "analyze" : "vacuum analyze refund");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Scope afterAYear(JdbcStore store) {
    Scope scope = Shop.called("Кофейня на Абая", store).scope(Mode.TEST);
    return store.within(
        handle -> {
          try {
            new ManySales(scope.tenantId(), SALES, OnBothDatabases.NOON).into(handle.connection());
            return scope;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
