package duken.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson.Sale;
import duken.api.DeskJson.Sales;
import duken.api.EngineApi;
import duken.api.EngineUnreachable;
import duken.api.SalesFilter;
import duken.api.desk.SalesApi;
import duken.desktop.NoEngine;
import duken.desktop.SampleSales;
import duken.desktop.kit.task.Background;
import duken.domain.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 14);

  /** A history of this many sales, the newest with the highest number. */
  private static final class Ledger extends NoEngine.Sales {
    final List<SalesFilter> asked = new ArrayList<>();
    long size;
    boolean silent;
    String status = "paid";

    Ledger(long size) {
      this.size = size;
    }

    @Override
    public Sales list(SalesFilter filter) {
      asked.add(filter);
      if (silent) {
        throw new EngineUnreachable("no answer", null);
      }
      long top = size - filter.offset();
      List<Sale> page =
          LongStream.rangeClosed(Math.max(1, top - filter.limit() + 1), Math.max(0, top))
              .map(id -> top - id + Math.max(1, top - filter.limit() + 1))
              .mapToObj(id -> SampleSales.sale(id, "100.00").paid().with("status", status).done())
              .toList();
      return new Sales(page, size, filter.limit(), filter.offset(), size * 100 + ".00", "50.00");
    }

    EngineApi engine() {
      return new NoEngine() {
        @Override
        public SalesApi sales() {
          return Ledger.this;
        }
      };
    }
  }

  private final Ledger ledger = new Ledger(120);
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private LocalDate today = TODAY;

  private HistoryViewModel history() {
    return new HistoryViewModel(
        ledger.engine(), new Background(Runnable::run, Runnable::run), () -> today);
  }

  private HistoryViewModel slowHistory() {
    return new HistoryViewModel(
        ledger.engine(), new Background(queue::add, Runnable::run), () -> today);
  }

  @Test
  void beginsWithToday() {
    HistoryViewModel history = history();
    history.entered();
    assertThat(ledger.asked.getLast().from()).isEqualTo(TODAY);
    assertThat(ledger.asked.getLast().to()).isEqualTo(TODAY);
  }

  @Test
  void theFirstPageBringsTheSumsOfTheWholeFilter() {
    HistoryViewModel history = history();
    history.entered();
    assertThat(history.sales()).hasSize(HistoryViewModel.PAGE);
    assertThat(history.totals().get())
        .isEqualTo(new Totals(120, Money.ofTenge(12_000), Money.ofTenge(50)));
  }

  @Test
  void scrollingBringsEveryPageOnceAndStopsAtTheEnd() {
    HistoryViewModel history = history();
    history.entered();
    history.loadMore();
    history.loadMore();
    history.loadMore();
    assertThat(ledger.asked).extracting(SalesFilter::offset).containsExactly(0L, 50L, 100L);
    assertThat(history.sales())
        .extracting(sale -> sale.invoice().id())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 120).map(i -> 121 - i).boxed().toList());
  }

  @Test
  void scrollingOnWhileAPageIsUnderWayAsksNothingTwice() {
    HistoryViewModel history = slowHistory();
    history.entered();
    run();
    history.loadMore();
    history.loadMore();
    run();
    assertThat(history.sales()).hasSize(100);
    assertThat(ledger.asked).hasSize(2);
  }

  @Test
  void aNewSaleDoesNotShowAnOldOneTwice() {
    HistoryViewModel history = history();
    history.entered();
    ledger.size++;
    history.loadMore();
    assertThat(history.sales()).extracting(sale -> sale.invoice().id()).doesNotHaveDuplicates();
  }

  @Test
  void aNewSaleComesOnTopAndWhatWasScrolledToStays() {
    HistoryViewModel history = history();
    history.entered();
    history.loadMore();
    ledger.size++;
    history.saleChanged(SampleSales.sale(121, "100.00").done());
    assertThat(history.sales().getFirst().invoice().id()).isEqualTo(121);
    assertThat(history.sales()).hasSize(101);
    assertThat(history.totals().get().count()).isEqualTo(121);
  }

  @Test
  void aChangedSaleIsRepaintedWhereItStands() {
    HistoryViewModel history = slowHistory();
    history.entered();
    run();
    history.saleChanged(SampleSales.sale(118, "100.00").paid().refunded("100.00", "0.00").done());
    assertThat(history.sales().get(2).invoice().state().status()).isEqualTo("partially_refunded");
  }

  @Test
  void anAnswerToAnOlderFilterIsDropped() {
    HistoryViewModel history = slowHistory();
    history.entered();
    Runnable late = queue.removeFirst();
    history.choose(Period.YESTERDAY);
    ledger.size = 3;
    run();
    ledger.size = 120;
    late.run();
    assertThat(history.sales()).hasSize(3);
    assertThat(history.totals().get().count()).isEqualTo(3);
  }

  @Test
  void everyPeriodMeansItsDays() {
    HistoryViewModel history = history();
    history.choose(Period.YESTERDAY);
    assertThat(history.days().get()).isEqualTo(new Days(TODAY.minusDays(1), TODAY.minusDays(1)));
    history.choose(Period.WEEK);
    assertThat(history.days().get()).isEqualTo(new Days(TODAY.minusDays(6), TODAY));
    history.choose(Period.MONTH);
    assertThat(history.days().get()).isEqualTo(new Days(TODAY.minusDays(29), TODAY));
  }

  @Test
  void anOwnPeriodStaysWhatItIsTomorrow() {
    HistoryViewModel history = history();
    Days own = new Days(LocalDate.of(2026, 5, 1), TODAY);
    history.choose(own);
    today = TODAY.plusDays(1);
    history.entered();
    assertThat(history.period().get()).isEqualTo(Period.OWN);
    assertThat(history.days().get()).isEqualTo(own);
  }

  @Test
  void aRefreshTouchesOnlyWhatChanged() {
    HistoryViewModel history = history();
    history.entered();
    List<String> touched = new ArrayList<>();
    history
        .sales()
        .addListener(
            (javafx.collections.ListChangeListener<Sale>)
                change -> {
                  while (change.next()) {
                    touched.add(change.getFrom() + "-" + change.getTo());
                  }
                });
    ledger.size++;
    history.again();
    assertThat(touched).containsExactly("0-1");
  }

  @Test
  void todayFollowsTheCalendarPastMidnight() {
    HistoryViewModel history = history();
    history.entered();
    today = TODAY.plusDays(1);
    history.entered();
    assertThat(ledger.asked.getLast().from()).isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void statusesAndSearchGoToTheEngine() {
    HistoryViewModel history = history();
    history.choose(StatusChoice.NOT_PAID);
    history.search("  4567 ");
    assertThat(ledger.asked.getLast().statuses()).containsExactly("cancelled", "expired");
    assertThat(ledger.asked.getLast().search()).isEqualTo("4567");
  }

  @Test
  void aBlankSearchIsNoSearch() {
    HistoryViewModel history = history();
    history.search("4567");
    history.search("   ");
    assertThat(ledger.asked.getLast().search()).isNull();
  }

  @Test
  void noAnswerKeepsTheListAndSaysSo() {
    HistoryViewModel history = history();
    history.entered();
    ledger.silent = true;
    history.again();
    assertThat(history.problem().get()).isInstanceOf(EngineUnreachable.class);
    assertThat(history.sales()).hasSize(50);
    ledger.silent = false;
    history.again();
    assertThat(history.problem().get()).isNull();
  }

  @Test
  void anEmptyListIsOnlyCalledEmptyOnceTheEngineSaidSo() {
    ledger.size = 0;
    HistoryViewModel history = slowHistory();
    history.entered();
    assertThat(history.known().get()).isFalse();
    run();
    assertThat(history.known().get()).isTrue();
  }

  private void run() {
    while (!queue.isEmpty()) {
      queue.removeFirst().run();
    }
  }
}
