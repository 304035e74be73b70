package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store.Tx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a selling program again and again, {@code -Dduken.kills=N} times. More kills, and what the
 * database's own settings lose: {@link CommitBench}.
 */
final class H2CrashTest {

  private static final int KILLS = Integer.getInteger("duken.kills", 20);
  private static final int SELLERS = 4;

  @TempDir Path folder;

  private final Random random = new Random(20261102);
  private final Set<Long> created = new TreeSet<>();
  private final Set<Long> paid = new TreeSet<>();
  private long tenant;

  @Test
  void nothingAcknowledgedIsLostByKillingTheProgram() {
    try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(folder))) {
      tenant = Shop.called("Кофейня", store).id();
    }
    for (int round = 0; round < KILLS; round++) {
      int before = created.size() + paid.size();
      killAfter(1 + random.nextInt(60));
      assertThat(created.size() + paid.size()).as("it sold").isGreaterThan(before);
      try (JdbcStore store = JdbcStore.open(StoreOptions.inFolder(folder))) {
        store.read(
            tx -> {
              nothingIsMissing(tx);
              nothingIsHalf(tx);
              return null;
            });
        nothingIsMiscounted(store);
      }
    }
  }

  private void killAfter(int acknowledged) {
    try (ChildJvm writer =
        ChildJvm.running(CrashWriter.class, folder.toString(), String.valueOf(SELLERS))) {
      assertThat(writer.line()).contains("ready");
      for (int i = 0; i < acknowledged; i++) {
        note(writer.line());
      }
      writer.kill();
      // What it had said before it died.
      for (Optional<String> line = writer.line(); line.isPresent(); line = writer.line()) {
        note(line);
      }
    }
  }

  private void note(Optional<String> line) {
    String[] words = line.orElseThrow().split(" ");
    if (words.length == 2 && words[0].equals("created")) {
      created.add(Long.parseLong(words[1]));
    } else if (words.length == 2 && words[0].equals("paid")) {
      paid.add(Long.parseLong(words[1]));
    }
  }

  /** The numbers given out and the tally came together with the invoices. */
  private static void nothingIsMiscounted(JdbcStore store) {
    for (String counted :
        List.of(
            "select max(last_number) from invoice_number",
            "select coalesce(sum(invoices), 0) from invoice_tally")) {
      String sql = "select (" + counted + ") - (select count(*) from invoice)";
      assertThat(store.<Long>within(handle -> handle.createQuery(sql).mapTo(Long.class).one()))
          .as(counted)
          .isZero();
    }
  }

  private void nothingIsMissing(Tx tx) {
    for (long id : created) {
      assertThat(tx.invoices().find(id)).as("acknowledged invoice %d", id).isPresent();
    }
    for (long id : paid) {
      assertThat(tx.invoices().find(id).orElseThrow().state().status())
          .as("acknowledged payment of %d", id)
          .isEqualTo(InvoiceStatus.PAID);
    }
  }

  /** Whether acknowledged or not: status, history and webhook came together or not at all. */
  private void nothingIsHalf(Tx tx) {
    List<Delivery> events = tx.outbox().newest(new Scope(tenant, Mode.TEST), Integer.MAX_VALUE);
    Set<Long> told =
        new TreeSet<>(events.stream().map(delivery -> delivery.message().invoiceId()).toList());
    assertThat(told).hasSameSizeAs(events).containsAll(paid);
    for (long id : told) {
      Invoice invoice = tx.invoices().find(id).orElseThrow();
      assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.PAID);
      assertThat(tx.invoices().history(id))
          .extracting(HistoryEntry::to)
          .containsExactly(InvoiceStatus.PENDING, InvoiceStatus.PAID);
    }
    for (Invoice open : tx.invoices().open(0, Integer.MAX_VALUE)) {
      assertThat(told).doesNotContain(open.id());
      assertThat(tx.invoices().history(open.id())).hasSize(1);
    }
  }
}
