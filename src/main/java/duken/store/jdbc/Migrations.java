package duken.store.jdbc;

import duken.store.StoreUnavailable;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this program, and refuses a newer one. */
final class Migrations {

  private static final String LOCATION = "classpath:duken/store/migrations";

  private Migrations() {}

  /**
   * @throws StoreUnavailable when a newer program has been here
   */
  static void run(DataSource database) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations(LOCATION)
            .failOnMissingLocations(true)
            .cleanDisabled(true)
            .load();
    MigrationInfo[] known = flyway.info().all();
    if (Arrays.stream(known).anyMatch(migration -> migration.getState().isFailed())) {
      throw new StoreUnavailable(
          "an update of the database did not end; restore the backup made before it", null);
    }
    if (Arrays.stream(known).anyMatch(Migrations::isFromTheFuture)) {
      throw new StoreUnavailable(
          "the database was written by a newer version of this program; install that version",
          null);
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
