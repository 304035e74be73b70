package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping the server does not harm the database. */
class StopTest {

  private static final String PATH = "/api/v1/webhook/configure";
  private static final String BODY = "{\"url\":\"http://127.0.0.1:9/hook\"}";

  @TempDir Path folder;

  @Test
  void aHandlerInsideTheDatabaseIsNeverInterruptedAndTheDatabaseLivesOn() throws Exception {
    JdbcStore database = JdbcStore.open(StoreOptions.inFolder(folder));
    try (Watched store = new Watched(database);
        RunningGateway gateway = new RunningGateway(impatient(), store)) {
      Scope scope = new Scope(gateway.shop.id(), Mode.TEST);
      assertThat(gateway.post(PATH, BODY).status()).isEqualTo(200);
      Connection holder =
          DriverManager.getConnection(StoreOptions.inFolder(folder).url(), "sa", "");
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        assertThat(statement.executeUpdate("update webhook_config set url = url")).isOne();
      }
      int before = store.begun.get();
      CompletableFuture<Void> client = CompletableFuture.runAsync(() -> quietly(gateway));
      await().until(() -> store.begun.get() > before);

      boolean quiet = gateway.server.stop();

      assertThat(quiet).as("the handler still waits for the row").isFalse();
      holder.rollback();
      holder.close();
      await().until(() -> store.ended.get() == store.begun.get());
      assertThat(store.interrupted).isFalse();
      assertThat(database.isAlive()).isTrue();
      assertThat(database.read(tx -> tx.webhooks().find(scope)).orElseThrow().url())
          .isEqualTo("http://127.0.0.1:10/after");
      client.join();
    }
  }

  @Test
  void aCallUnderWayIsAnsweredBeforeTheServerEnds() throws Exception {
    JdbcStore database = JdbcStore.open(StoreOptions.inFolder(folder));
    try (Watched store = new Watched(database);
        RunningGateway gateway = new RunningGateway(RunningGateway.options(), store)) {
      store.nextWriteWaits();
      CompletableFuture<Reply> client =
          CompletableFuture.supplyAsync(() -> gateway.post(PATH, BODY));
      store.writeIsWaiting.await();
      CompletableFuture<Boolean> stopping = CompletableFuture.supplyAsync(gateway.server::stop);
      await().until(() -> refusesNewCalls(gateway));
      store.letWriteGo.countDown();
      assertThat(client.join().status()).isEqualTo(200);
      assertThat(stopping.join()).isTrue();
    }
  }

  @Test
  void aPortThatIsTakenIsNoSilentFailure() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RunningGateway gateway = new RunningGateway()) {
      GatewayServer second = gateway.another();
      assertThatThrownBy(() -> second.start(taken.getInetAddress(), taken.getLocalPort()))
          .isInstanceOf(UncheckedIOException.class);
      second.close();
    }
  }

  private static boolean refusesNewCalls(RunningGateway gateway) {
    return gateway.get("/api/v1/health").status() == 503;
  }

  private static GatewayOptions impatient() {
    GatewayOptions o = RunningGateway.options();
    return new GatewayOptions(
        o.publicUrl(),
        o.hosts(),
        o.ratePerMinute(),
        o.mirrors(),
        o.adminKey(),
        o.version(),
        Duration.ofMillis(300));
  }

  private static void quietly(RunningGateway gateway) {
    try {
      Reply unused =
          gateway.send(
              gateway
                  .request(PATH)
                  .POST(BodyPublishers.ofString("{\"url\":\"http://127.0.0.1:10/after\"}")));
    } catch (UncheckedIOException _) {
      // The server closed the connection before the answer was there.
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The real store, watched from outside. */
  private static final class Watched implements Store {
    private final Store store;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final AtomicBoolean nextWriteWaits = new AtomicBoolean();
    private final CountDownLatch writeIsWaiting = new CountDownLatch(1);
    private final CountDownLatch letWriteGo = new CountDownLatch(1);

    Watched(Store store) {
      this.store = store;
    }

    void nextWriteWaits() {
      nextWriteWaits.set(true);
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      begun.incrementAndGet();
      try {
        if (nextWriteWaits.compareAndSet(true, false)) {
          writeIsWaiting.countDown();
          awaitLatch(letWriteGo);
        }
        return store.write(work);
      } finally {
        if (Thread.currentThread().isInterrupted()) {
          interrupted.set(true);
        }
        ended.incrementAndGet();
      }
    }

    @Override
    public void writeLightly(Consumer<Tx> work) {
      store.writeLightly(work);
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      return store.read(work);
    }

    @Override
    public boolean isAlive() {
      return store.isAlive();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
