package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.store.Store;
import duken.store.StoreUnavailable;
import duken.store.jdbc.TestStores;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that is full in the middle of a call: the same key asks again, and nothing is doubled. */
class FailingStorageTest {

  private static final String QRS = "/api/v1/invoices/qr";

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void theSameKeyAnswersWithWhatWasMadeBeforeTheStorageFailed(boolean kept, boolean refund) {
    try (Failing store = new Failing(TestStores.h2InMemoryOrTempFile(), kept);
        RunningGateway gateway =
            new RunningGateway(
                RunningGateway.unlimited(),
                new Unclosed(store),
                RunningGateway.folder(),
                _ -> {})) {
      int unavailable = 0;
      for (int writes = 0; writes < 7; writes++) {
        String order = "order-" + writes;
        String path = refund ? "/api/v1/invoices/" + gateway.paidQr() + "/refund" : QRS;
        String body =
            refund
                ? "{\"amount\":100}"
                : "{\"amount\":500,\"external_order_id\":\"" + order + "\"}";
        String key = "failing-storage-" + writes;
        store.failAfter(writes);
        Reply first = gateway.post(path, body, gateway.key, "Idempotency-Key", key);
        store.heal();
        assertThat(first.status()).as(first.text()).isIn(201, 503);
        if (first.status() == 503) {
          unavailable++;
          assertThat(first.header("Retry-After")).isPresent();
        }
        Reply again = gateway.post(path, body, gateway.key, "Idempotency-Key", key);
        if (again.status() == 409) {
          assertThat(again.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
          gateway.clock.move(Duration.ofSeconds(61));
          again = gateway.post(path, body, gateway.key, "Idempotency-Key", key);
        }
        assertThat(again.status()).as("%d writes: %s", writes, again.text()).isEqualTo(201);
        String list = refund ? path + "s" : "/api/v1/invoices?search=" + order;
        assertThat(gateway.get(list).at(refund ? "/total" : "/meta/total"))
            .as("%d writes", writes)
            .isEqualTo("1");
      }
      assertThat(unavailable).isPositive();
    }
  }

  /** The real store, until it is told to fail. */
  private static final class Failing implements Store {
    private final Store store;
    private final boolean kept;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /**
     * @param kept whether what fails was written all the same, as when a full disk is noticed late
     */
    Failing(Store store, boolean kept) {
      this.store = store;
      this.kept = kept;
    }

    void failAfter(int writes) {
      left.set(writes);
    }

    void heal() {
      left.set(Integer.MAX_VALUE);
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      boolean fails = left.getAndDecrement() <= 0;
      if (fails && !kept) {
        throw full();
      }
      T result = store.write(work);
      if (fails) {
        throw full();
      }
      return result;
    }

    @Override
    public void writeLightly(Consumer<Tx> work) {
      Object unused =
          write(
              tx -> {
                work.accept(tx);
                return null;
              });
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

    private static StoreUnavailable full() {
      return new StoreUnavailable("the disk is full", new IllegalStateException());
    }
  }
}
