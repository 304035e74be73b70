package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.store.Invoices.Change;
import duken.store.event.LoggedEvent;
import duken.store.event.NewEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class JdbcInvoiceChangesTest extends OnBothDatabases {

  @Test
  void aLifeIsReadOldestFirst() {
    Invoice invoice = shop.sells();
    HistoryEntry created =
        new HistoryEntry(0, invoice.id(), "created", null, InvoiceStatus.PENDING, "от кассы", NOON);
    HistoryEntry paid =
        new HistoryEntry(
            0, invoice.id(), "moved", InvoiceStatus.PENDING, InvoiceStatus.PAID, null, NOON);

    List<HistoryEntry> life =
        store.write(
            tx -> {
              tx.invoices().addHistory(created);
              tx.invoices().addHistory(paid);
              return tx.invoices().history(invoice.id());
            });

    assertThat(life)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactly(created, paid);
    assertThat(life).extracting(HistoryEntry::id).isSorted().doesNotHaveDuplicates();
    assertThat(store.<List<HistoryEntry>>read(r -> r.invoices().history(invoice.id())))
        .isEqualTo(life);
    assertThat(store.<Long>read(tx -> tx.invoices().lastChange())).isEqualTo(life.getLast().id());
  }

  @Test
  void thereIsNoLifeWithoutAnInvoice() {
    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.invoices()
                          .addHistory(new HistoryEntry(0, 999, "created", null, null, null, NOON));
                      return null;
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.<Long>read(tx -> tx.invoices().lastChange())).isZero();
  }

  @Test
  void anEventOfTheShopIsInTheLogAndDisturbsNoFollowerOfInvoices() {
    Invoice invoice = shop.sells();
    store.write(
        tx -> {
          tx.events().append(new NewEvent(training, null, "session_lost", NOON));
          return null;
        });
    shop.notes(invoice);

    assertThat(changes(0, 1)).extracting(Change::invoice).containsExactly(invoice);
    assertThat(
            store.<List<LoggedEvent>>read(
                tx -> tx.events().after(training, 0, Set.of("session_lost"), 10)))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.invoiceId()).isNull();
              assertThat(event.at()).isEqualTo(NOON);
              assertThat(event.id()).isPositive();
            });
    assertThat(store.<Long>read(tx -> tx.events().last(training)))
        .isEqualTo(store.<Long>read(tx -> tx.invoices().lastChange()));
  }

  @Test
  void aFollowerGetsEachChangedInvoiceOnceWithItsNewestChange() {
    Invoice busy = shop.sells();
    Invoice calm = shop.sells();
    shop.notes(busy);
    shop.notes(calm);
    Invoice paid = shop.moves(busy, InvoiceStatus.PAID);
    shop.sells();

    List<Change> all = changes(0, 10);
    List<Change> first = changes(0, 1);

    assertThat(all).extracting(Change::invoice).containsExactly(calm, paid);
    assertThat(all.getLast().cursor())
        .isEqualTo(store.<Long>read(tx -> tx.invoices().lastChange()));
    assertThat(first).containsExactly(all.getFirst());
    assertThat(changes(first.getFirst().cursor(), 1)).containsExactly(all.getLast());
    assertThat(changes(all.getLast().cursor(), 10)).isEmpty();
  }

  @Test
  void aFollowerHearsOfItsOwnShopOnly() {
    Shop other = Shop.called("Другая", store);
    other.notes(other.sells());
    shop.notes(shop.sells(sale -> sale.live()));

    assertThat(changes(0, 10)).isEmpty();
  }

  @Test
  void aChangeThatIsRolledBackWasNone() {
    Invoice invoice = shop.sells();

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.invoices().addHistory(Sale.entry(invoice, null));
                      tx.invoices().lastChange();
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");

    assertThat(changes(0, 10)).isEmpty();
    shop.notes(invoice);
    assertThat(changes(0, 10)).extracting(Change::invoice).containsExactly(invoice);
  }

  @Test
  void aChangeIsNotSeenBeforeAnEarlierOneThatIsStillBeingWritten() throws Exception {
    Invoice slow = shop.sells();
    Invoice quick = shop.sells();
    CountDownLatch drawn = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<Long> slowOne =
          threads.submit(
              () ->
                  store.write(
                      tx -> {
                        tx.invoices().addHistory(Sale.entry(slow, null));
                        long id = tx.invoices().lastChange();
                        drawn.countDown();
                        Race.await(leave);
                        return id;
                      }));
      Race.await(drawn);
      Future<?> quickOne = threads.submit(() -> shop.notes(quick));
      // Time enough for a database that lets the later one pass.
      Awaitility.await()
          .during(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(5))
          .until(() -> changes(0, 10).isEmpty());
      leave.countDown();
      long slowId = Race.result(slowOne);
      Race.result(quickOne);

      assertThat(changes(0, 10)).extracting(Change::invoice).containsExactly(slow, quick);
      assertThat(changes(0, 10).getFirst().cursor()).isEqualTo(slowId);
    }
  }

  @Test
  void aFollowerMissesNothingWhileManyWrite() throws Exception {
    int writers = 6;
    int each = 25;
    List<Invoice> made = new ArrayList<>();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<List<Invoice>>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        running.add(threads.submit(() -> sellsMany(each)));
      }
      List<Long> heard = new ArrayList<>();
      long cursor = 0;
      boolean over = false;
      while (!over) {
        over = running.stream().allMatch(Future::isDone);
        for (Change change : changes(cursor, 3)) {
          heard.add(change.invoice().id());
          cursor = change.cursor();
          over = false;
        }
      }
      for (Future<List<Invoice>> runner : running) {
        made.addAll(Race.result(runner));
      }

      assertThat(heard)
          .containsExactlyInAnyOrderElementsOf(made.stream().map(Invoice::id).toList());
    }
  }

  private List<Invoice> sellsMany(int count) {
    List<Invoice> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(
          store.write(
              tx -> {
                Invoice invoice = tx.invoices().insert(Sale.of(shop.id()).invoice());
                tx.invoices().addHistory(Sale.entry(invoice, null));
                return invoice;
              }));
    }
    return made;
  }

  private List<Change> changes(long after, int limit) {
    return store.read(tx -> tx.invoices().changes(training, after, limit));
  }
}
