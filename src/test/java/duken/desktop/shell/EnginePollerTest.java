package duken.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.NewInvoiceJson;
import duken.desktop.PracticeEngine;
import duken.desktop.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnginePollerTest {

  private final PracticeEngine engine = new PracticeEngine(new TestTime());
  private final EngineFeed feed = new EngineFeed();
  private final EnginePoller poller = new EnginePoller(engine, feed, Runnable::run, 0);
  private final List<DeskJson.Sale> heard = new ArrayList<>();
  private int returns;

  EnginePollerTest() {
    feed.onSale(heard::add);
    feed.onReturn(() -> returns++);
  }

  @Test
  void whatChangedArrivesOnce() {
    sell("k-1");
    poller.round();
    heard.clear();
    sell("k-2");
    poller.round();
    assertThat(heard).hasSize(1);
  }

  @Test
  void theEnginesStateArrivesWithEveryRound() {
    sell("k-1");
    engine.bankReachable(false);
    poller.round();
    assertThat(feed.stateProperty().get().way().bankReachable()).isFalse();
  }

  @Test
  void anEngineThatGoesAwayIsNoticedAndItsReturnToo() {
    sell("k-1");
    poller.round();
    engine.away(true);
    poller.round();
    assertThat(feed.reachableProperty().get()).isFalse();
    engine.away(false);
    sell("k-2");
    poller.round();
    assertThat(feed.reachableProperty().get()).isTrue();
    assertThat(returns).isEqualTo(2);
  }

  @Test
  void nothingThatHappenedMeanwhileIsLost() {
    sell("k-1");
    poller.round();
    engine.away(true);
    poller.round();
    engine.away(false);
    sell("k-2");
    heard.clear();
    poller.round();
    assertThat(heard).hasSize(1);
  }

  @Test
  void whatIsOpenIsComparedNowAndThen() {
    List<DeskJson.Sale> open = new ArrayList<>();
    feed.onOpenSales(open::addAll);
    sell("k-1");
    for (int i = 0; i < 3; i++) {
      sell("k-more-" + i);
      poller.round();
    }
    assertThat(open).hasSize(4);
  }

  @Test
  void itAsksLessAndLessOftenWhileNobodyAnswers() {
    engine.away(true);
    List<Duration> rests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rests.add(poller.round());
    }
    assertThat(rests).isSorted();
    assertThat(rests.getLast()).isEqualTo(Duration.ofSeconds(4));
    engine.away(false);
    sell("k-1");
    assertThat(poller.round()).isLessThan(Duration.ofSeconds(1));
  }

  private void sell(String key) {
    engine.till().createQr(new NewInvoiceJson("100", null, null, null), key);
  }
}
