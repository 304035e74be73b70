package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.tenant.Tenant;
import duken.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class JdbcStoreTest extends OnBothDatabases {

  @Test
  void anExceptionUndoesEverythingAndPassesOn() {
    Invoice invoice = shop.sells();
    RuntimeException mine = new IllegalArgumentException("mine");

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.invoices().update(Sale.moved(invoice, InvoiceStatus.PAID));
                      tx.invoices().addHistory(Sale.entry(invoice, null));
                      tx.storedSettings().put("a", "b");
                      throw mine;
                    }))
        .isSameAs(mine);
    assertThatThrownBy(
            () ->
                store.writeLightly(
                    tx -> {
                      tx.storedSettings().put("a", "b");
                      throw mine;
                    }))
        .isSameAs(mine);

    assertThat(shop.find(invoice.id())).isEqualTo(invoice);
    assertThat(store.<Long>read(tx -> tx.invoices().lastChange())).isZero();
    assertThat(setting("a")).isEmpty();
  }

  @Test
  void aStatementThatFailsUndoesWhatCameBefore() {
    Invoice invoice = shop.sells();

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.storedSettings().put("a", "b");
                      return tx.invoices().insert(invoice);
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(setting("a")).isEmpty();
  }

  @Test
  void whatWasWrittenLightlyIsThere() {
    store.writeLightly(tx -> tx.storedSettings().put("a", "b"));

    assertThat(setting("a")).contains("b");
  }

  @Test
  void readingNeverChangesAnything() {
    try {
      store.read(
          tx -> {
            tx.storedSettings().put("a", "b");
            return null;
          });
    } catch (RuntimeException _) {
      // PostgreSQL says so at once, H2 forgets it at the end.
    }

    assertThat(setting("a")).isEmpty();
    assertThat(shop.sells().id()).as("the connection writes again").isPositive();
  }

  @Test
  void oneTransactionDoesNotHideInAnother() {
    List<ThrowingCallable> nested =
        List.of(
            () -> store.write(_ -> store.write(_ -> 1)),
            () -> store.read(_ -> store.write(_ -> 1)),
            () -> store.write(_ -> store.read(_ -> 1)),
            () -> store.writeLightly(_ -> store.writeLightly(_ -> {})));

    assertThat(nested)
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("running in this thread already"));
  }

  @Test
  void noErrorQuotesWhatACustomerTyped() {
    String personal = "Асель ".repeat(200);

    assertThatThrownBy(() -> shop.sells(sale -> sale.saying(personal, null)))
        .satisfies(
            e -> {
              List<String> words = new ArrayList<>();
              for (Throwable link = e; link != null; link = link.getCause()) {
                words.add(link.toString());
              }
              assertThat(words).hasSizeGreaterThan(1).noneMatch(w -> w.contains("Асель"));
            });
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();

    assertThat(store.isAlive()).isFalse();
    assertThatThrownBy(() -> store.read(_ -> 1))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("the store is closed");
    assertThatThrownBy(() -> store.write(_ -> 1)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> store.writeLightly(_ -> {})).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void anOpenStoreIsAlive() {
    assertThat(store.isAlive()).isTrue();
  }

  @Test
  void closingWaitsForWhatRunsAndLetsNothingElseIn() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<Long> running =
          threads.submit(
              () ->
                  store.write(
                      tx -> {
                        inside.countDown();
                        Race.await(leave);
                        Tenant late = new Tenant(0, "Поздняя", "Asia/Almaty", false, NOON);
                        return tx.tenants().insert(late).id();
                      }));
      Race.await(inside);
      Future<?> closing = threads.submit(() -> store.close());
      Awaitility.await().until(() -> !store.isAlive());

      assertThatThrownBy(() -> store.read(_ -> 1)).isInstanceOf(StoreUnavailable.class);
      assertThat(closing.isDone()).isFalse();
      leave.countDown();

      assertThat(Race.result(running)).isPositive();
      Race.result(closing);
    }
  }

  @Test
  void manyWriteAndReadAtOnceThroughFewConnections() throws Exception {
    List<Long> ids =
        Race.of(
            32,
            () -> {
              Invoice made = shop.sells();
              return shop.find(made.id()).id();
            });

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(store.<Long>read(tx -> tx.invoices().countOpen())).isEqualTo(32);
  }

  private Optional<String> setting(String name) {
    return store.<Optional<String>>read(tx -> tx.storedSettings().get(name));
  }
}
