package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.catalog.Unit;
import duken.domain.tenant.ApiKey;
import duken.engine.goods.GoodsImport;
import duken.engine.goods.ImportPlan;
import duken.engine.goods.ImportRow;
import duken.engine.runtime.Caller;
import duken.store.goods.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 20,000 goods: taken over, stopped, searched. */
class GoodsListTest {

  private static final int MANY = 20_000;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  private final GoodsImport lists = new GoodsImport(gateway.store, gateway.clock);
  private final Caller caller =
      new Caller(gateway.shop.id(), Mode.TEST, "Касса 1", ApiKey.Role.DESK);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aLargeListIsTakenOverWholeAndSearchedAtOnce() {
    List<ImportRow> rows = rows(MANY);
    assertThat(run("a-large-list", rows).orElseThrow().count(ImportPlan.Change.CREATED))
        .isEqualTo(MANY);
    assertThat(total(null)).isEqualTo(MANY);
    assertThat(preview(rows).count(ImportPlan.Change.UNCHANGED)).isEqualTo(MANY);
    for (String words : new String[] {"товар 19999", "арт-19999", "4870019999"}) {
      long begun = System.nanoTime();
      assertThat(total(words)).as(words).isOne();
      assertThat((System.nanoTime() - begun) / 1_000_000).as("ms for " + words).isLessThan(2000);
    }
  }

  @Test
  void aListThatIsStoppedLeavesNothing() {
    CompletableFuture<Optional<ImportPlan>> running =
        CompletableFuture.supplyAsync(() -> run("to-be-stopped", rows(MANY)));
    while (!running.isDone()
        && lists.progress(gateway.training(), "to-be-stopped").stream()
            .noneMatch(now -> now.done() > 0)) {
      Thread.onSpinWait();
    }
    lists.stop(gateway.training(), "to-be-stopped");
    assertThat(running.join()).isEmpty();
    assertThat(total(null)).isZero();
    assertThat(lists.progress(gateway.training(), "to-be-stopped")).isEmpty();
  }

  private Optional<ImportPlan> run(String word, List<ImportRow> rows) {
    lists.keep(gateway.training(), word, 0, rows);
    return lists.run(caller, word);
  }

  private ImportPlan preview(List<ImportRow> rows) {
    lists.keep(gateway.training(), "looked-at", 0, rows);
    return lists.preview(gateway.training(), "looked-at");
  }

  private long total(String search) {
    return gateway.store.<Long>read(
        tx -> tx.goods().list(gateway.training(), new Goods.GoodsQuery(search, 50, 0)).total());
  }

  private static List<ImportRow> rows(int count) {
    List<ImportRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new ImportRow(
              i + 2,
              null,
              "Товар " + i,
              Money.ofTiyn(100 + i),
              Unit.PIECE,
              "48700%05d".formatted(i),
              "АРТ-" + i,
              null));
    }
    return rows;
  }
}
