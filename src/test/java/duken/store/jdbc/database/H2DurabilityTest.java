package duken.store.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.Migrations;
import duken.store.jdbc.Race;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2DurabilityTest {

  @TempDir Path folder;

  /** Until this opens, nothing reaches the disk: the disk's own connection is not given out. */
  private final CountDownLatch diskTurns = new CountDownLatch(1);

  @Test
  void nobodyIsToldWhatIsNotOnTheDiskYet() throws Exception {
    try (JdbcStore store = onAStandingDisk();
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<Boolean> writer = threads.submit(() -> puts(store, "paid"));
      Awaitility.await().until(() -> seenInTheDatabase(store));
      Future<Optional<String>> reader = threads.submit(() -> gets(store, "paid"));

      Awaitility.await()
          .during(Duration.ofMillis(200))
          .until(() -> !writer.isDone() && !reader.isDone());
      diskTurns.countDown();

      assertThat(Race.result(writer)).isTrue();
      assertThat(Race.result(reader)).contains("yes");
    }
  }

  @Test
  void readersAndLightWritersDoNotWaitForAQuietDisk() {
    try (JdbcStore store = onAStandingDisk()) {
      store.writeLightly(tx -> tx.storedSettings().put("used", "now"));

      assertThat(gets(store, "used")).contains("now");
      diskTurns.countDown();
    }
  }

  private JdbcStore onAStandingDisk() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source());
    HikariDataSource pool = new HikariDataSource(config);
    Migrations.run(pool, true, _ -> {});
    return new JdbcStore(
        pool,
        Dialect.H2,
        new H2Durability(this::connectionOnceTheDiskTurns),
        Duration.ofSeconds(10));
  }

  private JdbcDataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("disk") + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    return source;
  }

  private Connection connectionOnceTheDiskTurns() throws SQLException {
    Race.await(diskTurns);
    return source().getConnection();
  }

  private static boolean puts(JdbcStore store, String name) {
    return store.write(
        tx -> {
          tx.storedSettings().put(name, "yes");
          return true;
        });
  }

  private static Optional<String> gets(JdbcStore store, String name) {
    return store.<Optional<String>>read(tx -> tx.storedSettings().get(name));
  }

  /** Past the store's own care for readers. */
  private static boolean seenInTheDatabase(JdbcStore store) {
    return store.<Boolean>within(
        handle ->
            handle.createQuery("select count(*) from setting").mapTo(Integer.class).one() == 1);
  }
}
