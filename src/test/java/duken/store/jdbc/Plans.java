package duken.store.jdbc;

import duken.store.Store;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.SlotLocks;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database really did for the questions a piece of our code asked. */
final class Plans {

  private static final Pattern H2_ROWS = Pattern.compile("scanCount: (\\d+)");
  private static final Pattern H2_FULL = Pattern.compile("(INVOICE(_WORD)?|REFUND)\\.tableScan");
  private static final Pattern PG_READ =
      Pattern.compile(
          "(Seq Scan|Index Scan|Index Only Scan|Bitmap Heap Scan|Parallel Seq Scan)[^\\n"
              + "]* on ((?:invoice|refund)\\w*)[^\\n"
              + "]*actual [^\\n"
              + "]*rows=(\\d+)[^\\n"
              + "]* loops=(\\d+)\\)((?:\\n"
              + "(?!\\s*->)[^\\n"
              + "]*)*)");
  private static final Pattern PG_REMOVED = Pattern.compile("Rows Removed by [^:]*: (\\d+)");

  private Plans() {}

  /**
   * One question.
   *
   * @param sql as it was asked
   * @param plan as the database prints it after having run it
   * @param fullScan whether a table of invoices or refunds was read from its first row to its last
   * @param rows how many rows of tables and indexes were looked at
   */
  record Plan(String sql, String plan, boolean fullScan, long rows) {}

  /** Runs {@code work} and explains each question it asked. */
  static List<Plan> of(JdbcStore store, Consumer<Store.Tx> work) {
    return asked(
        store,
        handle -> work.accept(new JdbcTx(handle, dialect(handle), SlotLocks.ofRows(handle))));
  }

  /** Explains one statement without parameters. */
  static Plan of(JdbcStore store, String sql) {
    return asked(store, handle -> handle.createQuery(sql).mapToMap().list()).getFirst();
  }

  private static List<Plan> asked(JdbcStore store, Consumer<Handle> work) {
    return store.within(
        handle -> {
          List<Plan> plans = new ArrayList<>();
          work.accept(
              new Handle(
                  handle.connection(), statement -> plans.add(explained(handle, statement))));
          return plans;
        });
  }

  private static Dialect dialect(Handle handle) {
    try {
      return handle.connection().getMetaData().getDatabaseProductName().equals("H2")
          ? Dialect.H2
          : Dialect.POSTGRESQL;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Plan explained(Handle handle, SqlStatement<?> statement) {
    boolean h2 = dialect(handle) == Dialect.H2;
    String explain =
        h2 ? "explain analyze " : "explain (analyze, costs off, timing off, summary off) ";
    String plan =
        String.join(
            "\n",
            handle
                .createQuery(explain + statement.text())
                .bindMap(statement.values())
                .mapTo(String.class)
                .list());
    return h2 ? ofH2(statement.text(), plan) : ofPostgres(statement.text(), plan);
  }

  private static Plan ofH2(String sql, String plan) {
    long rows = 0;
    Matcher counts = H2_ROWS.matcher(plan);
    while (counts.find()) {
      rows += Long.parseLong(counts.group(1));
    }
    return new Plan(sql, plan, H2_FULL.matcher(plan).find(), rows);
  }

  private static Plan ofPostgres(String sql, String plan) {
    boolean full = false;
    long rows = 0;
    Matcher reads = PG_READ.matcher(plan);
    while (reads.find()) {
      long loops = Long.parseLong(reads.group(4));
      rows += Long.parseLong(reads.group(3)) * loops;
      Matcher removed = PG_REMOVED.matcher(reads.group(5));
      while (removed.find()) {
        rows += Long.parseLong(removed.group(1)) * loops;
      }
      full |= reads.group(1).contains("Seq Scan") && !reads.group(2).equals("invoice_tally");
    }
    return new Plan(sql, plan, full, rows);
  }
}
