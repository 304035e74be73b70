package duken.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson.LifeEvent;
import duken.desktop.SampleSales;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeStoryTest {

  private static final String AT = "2026-05-14T09:30:00Z";

  private static List<String> tell(LifeEvent... life) {
    return LifeStory.of(SampleSales.sale(1, "100.00").detail(life)).stream()
        .map(line -> line.textKey().replaceFirst("^history\\.life\\.", ""))
        .toList();
  }

  private static LifeEvent moved(String from, String to, String detail) {
    return new LifeEvent("moved", from, to, detail, AT);
  }

  @Test
  void aPaidSaleReadsAsAStory() {
    assertThat(
            tell(
                new LifeEvent("created", null, "pending", null, AT),
                new LifeEvent("progressed", "pending", "pending", "waiting", AT),
                new LifeEvent("progressed", "pending", "pending", "scanned", AT),
                moved("pending", "paid", null)))
        .containsExactly("created.desk", "progress.waiting", "progress.scanned", "paid");
  }

  @Test
  void aCancelThatTheBankRefusedIsNotTheBeginningOfTheSale() {
    assertThat(tell(moved("pending", "cancelling", null), moved("cancelling", "pending", null)))
        .containsExactly("cancelling", "cancel_refused");
  }

  @Test
  void anEndSaysWhoEndedIt() {
    assertThat(tell(moved("pending", "cancelled", "customer_cancelled")))
        .containsExactly("cancelled.customer_cancelled");
    assertThat(tell(moved("pending", "expired", "payment_rejected")))
        .containsExactly("expired.payment_rejected");
  }

  @Test
  void aWordOfANewerEngineBecomesAGeneralSentence() {
    assertThat(
            tell(
                moved("pending", "cancelled", "cancelled_by_the_moon"),
                new LifeEvent("anomaly", null, null, "paid_thrice", AT),
                new LifeEvent("teleported", null, null, null, AT)))
        .containsExactly("cancelled.general", "anomaly.general", "general");
  }

  @Test
  void theSameSentenceIsNotSaidTwiceInARow() {
    assertThat(
            tell(
                new LifeEvent("renewed", null, null, null, AT),
                new LifeEvent("renewed", null, null, null, AT)))
        .containsExactly("renewed");
  }

  @Test
  void anInvoiceOfTheShopsProgramSaysSo() {
    var detail =
        SampleSales.sale(1, "100.00")
            .fromApi()
            .detail(new LifeEvent("created", null, "pending", null, AT));
    assertThat(LifeStory.of(detail).getFirst().textKey()).isEqualTo("history.life.created.api");
  }

  @Test
  void aRefundSaysItsSumAndTheMoveItCausedIsNotToldAgain() {
    var detail =
        SampleSales.sale(1, "15000.00")
            .detail(
                new LifeEvent("refund", "paid", "paid", "processing 5000.00", AT),
                moved("paid", "partially_refunded", null),
                new LifeEvent("refund", "paid", "partially_refunded", "completed 5000.00", AT));
    assertThat(LifeStory.of(detail))
        .extracting(LifeLine::textKey)
        .containsExactly("history.life.refund.processing", "history.life.refund.completed");
    assertThat(LifeStory.of(detail).getLast().values()).containsExactly("5\u00a0000\u00a0₸");
  }

  @Test
  void twoRefundsOfDifferentSumsAreTwoLines() {
    assertThat(
            tell(
                new LifeEvent("refund", null, null, "completed 1.00", AT),
                new LifeEvent("refund", null, null, "completed 2.00", AT)))
        .hasSize(2);
  }

  @Test
  void whatWasDecidedAboutOddMoneyIsTold() {
    assertThat(
            tell(
                new LifeEvent("anomaly", null, null, "paid_late", AT),
                new LifeEvent("anomaly", null, null, "refund asked for anomaly 12", AT),
                new LifeEvent("anomaly", null, null, "refund declined for anomaly 12", AT),
                new LifeEvent("anomaly", null, null, "paid_late kept", AT)))
        .containsExactly(
            "anomaly.paid_late", "odd_refund.asked", "odd_refund.declined", "resolved.kept");
  }
}
