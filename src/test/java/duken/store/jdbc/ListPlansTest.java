package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.store.Catalog;
import duken.store.Scope;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
              new Catalog.ItemQuery(null, null, null, 50, 0),
              new Catalog.ItemQuery("77", null, null, 50, 0),
              new Catalog.ItemQuery(null, null, "о", 50, 0))) {
        for (Plans.Plan plan : Plans.of(store, rooms -> rooms.catalog().list(scope, query))) {
          all.assertThat(plan.plan().toUpperCase(Locale.ROOT))
              .as(query + "\n" + plan)
              .doesNotContain("CATALOG_ITEM.TABLESCAN", "UNIQUE");
        }
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

  private static Scope afterAYear(JdbcStore store) {
    Scope scope = Shop.called("Кофейня на Абая", store).scope(Mode.TEST);
    return store.within(
        handle -> {
          try {
            new ManySales(scope.tenantId(), SALES, OnBothDatabases.NOON)
                .into(handle.getConnection());
            return scope;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
