package duken.store.jdbc;

import duken.store.StoreUnavailable;
import duken.store.jdbc.cash.CashStays;
import duken.store.jdbc.database.SqlFailureTranslator;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings a database to the schema of this program, and refuses a newer one. */
public final class Migrations {

  private static final String LOCATION = "classpath:duken/store/migrations";

  private Migrations() {}

  /**
   * Makes the tables, or what is missing of them.
   *
   * @param mayBeEmpty whether a database without any table is a new one
   * @param beforeUpdate told the schema that a database with data is being led away from
   * @throws StoreUnavailable when a newer program has been here, when an earlier update did not
   *     end, or when the tables are gone
   */
  public static void run(DataSource database, boolean mayBeEmpty, Consumer<String> beforeUpdate) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations(LOCATION)
            .javaMigrations(new FillLists(), new DropSpareIndexes(), new CashStays())
            .failOnMissingLocations(true)
            .cleanDisabled(true)
            .load();
    MigrationInfoService info = flyway.info();
    if (info.current() == null && !mayBeEmpty) {
      throw SqlFailureTranslator.damaged(null);
    }
    MigrationInfo[] known = info.all();
    if (Arrays.stream(known).anyMatch(migration -> migration.getState().isFailed())) {
      throw new StoreUnavailable(
          "an update of the database did not end; restore the backup made before it", null);
    }
    if (Arrays.stream(known).anyMatch(Migrations::isFromTheFuture)) {
      throw new StoreUnavailable(
          "the database was written by a newer version of this program; install that version",
          null);
    }
    if (info.current() != null && info.pending().length > 0) {
      beforeUpdate.accept(info.current().getVersion().getVersion());
    }
    flyway.migrate();
  }

  private static boolean isFromTheFuture(MigrationInfo migration) {
    return switch (migration.getState()) {
      case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
      default -> false;
    };
  }
}
