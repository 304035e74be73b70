package duken.app;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.store.StoreUnavailable;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import duken.store.jdbc.TestStores;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One engine at a time works on a PostgreSQL, whatever folders and computers they start from. */
class TwoEnginesTest {

  @TempDir Path first;
  @TempDir Path second;

  @Test
  void theSecondIsRefusedAndAKilledFirstFreesTheWayWithinSeconds() throws Exception {
    String url = TestStores.postgresUrl();
    try (DukenProcess working = DukenProcess.engineIn(first, "--database", url)) {
      try (DukenProcess refused =
          DukenProcess.start(
              "engine", "--data", second.toString(), "--port", "0", "--database", url)) {
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
            .contains("another engine works on this database")
            .contains(InetAddress.getLocalHost().getHostName())
            .containsPattern("since \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} UTC");
      }
      working.kill();
      try (DukenProcess next = DukenProcess.engineIn(second, "--database", url)) {
        assertThat(next.isAlive()).isTrue();
      }
    }
  }

  @Test
  void anEngineThatLosesItsLockDoesNothingUntilItHasItAnew() throws Exception {
    StoreOptions options = StoreOptions.at(TestStores.postgresUrl());
    try (JdbcStore store = JdbcStore.openForEngine(options)) {
      assertThat(store.isOurs()).isTrue();
      try (Connection thief = DriverManager.getConnection(options.url());
          Statement statement = thief.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid), pg_advisory_lock(classid::int, objid::int)"
                + " from pg_locks where locktype = 'advisory' and objsubid = 2"
                + " and objid::bigint = (hashtext(current_schema()::text)::bigint & 4294967295)");

        await().atMost(ofSeconds(60)).until(() -> !store.isOurs());
        Assertions.assertThatThrownBy(() -> store.read(tx -> tx.tenants().all()))
            .isInstanceOf(StoreUnavailable.class);
        await().during(Duration.ofMillis(1_500)).atMost(ofSeconds(60)).until(() -> !store.isOurs());
      }
      await().atMost(ofSeconds(60)).until(store::isOurs);
      assertThat(store.<Integer>read(tx -> tx.tenants().all().size())).isZero();
    }
  }
}
