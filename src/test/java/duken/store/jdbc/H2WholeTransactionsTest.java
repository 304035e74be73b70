package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.store.jdbc.database.H2Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill leaves in the file: whole transactions, at every moment (decision record 0047). */
final class H2WholeTransactionsTest {

  @TempDir Path folder;

  @Test
  void nothingGoesToTheFileWhileATransactionIsUnderWay() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(folder));
        Connection beside =
            DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("duken") + ";WRITE_DELAY=" + Integer.MAX_VALUE,
                "sa",
                "");
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      MVStore file = H2Durability.storeOf(beside);
      Awaitility.await().until(() -> !file.hasUnsavedChanges());
      Future<Boolean> slow =
          threads.submit(
              () ->
                  store.write(
                      tx -> {
                        tx.storedSettings().put("first half", "yes");
                        inside.countDown();
                        Race.await(goOn);
                        tx.storedSettings().put("second half", "yes");
                        return true;
                      }));
      Race.await(inside);
      long version = file.getCurrentVersion();
      Future<Boolean> other = threads.submit(() -> puts(store, "other"));
      Awaitility.await().until(() -> isCommitted(store, "other"));

      Awaitility.await()
          .during(Duration.ofSeconds(2))
          .until(() -> file.getCurrentVersion() == version && !other.isDone());
      goOn.countDown();

      assertThat(Race.result(slow)).isTrue();
      assertThat(Race.result(other)).isTrue();
      assertThat(file.getCurrentVersion()).isGreaterThan(version);
    }
  }

  private static boolean puts(JdbcStore store, String name) {
    return store.write(
        tx -> {
          tx.storedSettings().put(name, "yes");
          return true;
        });
  }

  /** Past the store's own care for readers. */
  private static boolean isCommitted(JdbcStore store, String name) {
    return store.<Boolean>within(
        handle ->
            handle
                    .createQuery("select count(*) from setting where name = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .one()
                == 1);
  }
}
