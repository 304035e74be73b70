package duken.desktop.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson.AnomalyJson;
import duken.api.EngineUnreachable;
import duken.api.desk.AnomaliesApi;
import duken.desktop.NoEngine;
import duken.desktop.kit.task.Background;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomaliesViewModelTest {

  private static final class Bank extends NoEngine implements AnomaliesApi {
    final List<AnomalyJson> listed = new ArrayList<>();
    final List<String> resolved = new ArrayList<>();
    boolean silent;

    @Override
    public AnomaliesApi anomalies() {
      return this;
    }

    @Override
    public List<AnomalyJson> list() {
      return List.copyOf(listed);
    }

    @Override
    public void resolve(long anomalyId, String how) {
      if (silent) {
        throw new EngineUnreachable("no answer", null);
      }
      resolved.add(anomalyId + " " + how);
      listed.removeIf(anomaly -> anomaly.id() == anomalyId);
    }
  }

  private final Bank bank = new Bank();
  private final AnomaliesViewModel anomalies =
      new AnomaliesViewModel(bank, new Background(Runnable::run, Runnable::run));

  private static AnomalyJson odd(long id, String kind, String resolution) {
    return new AnomalyJson(
        id, id, kind, "100.00", "2026-05-14T09:40:00Z", resolution, null, null, id);
  }

  @Test
  void onlyThoseThatWaitAreListed() {
    bank.listed.add(odd(1, "paid_late", null));
    bank.listed.add(odd(2, "paid_late", "kept"));
    anomalies.refresh();
    assertThat(anomalies.open()).extracting(AnomalyJson::id).containsExactly(1L);
  }

  @Test
  void aDecisionGoesToTheEngineAndTheListIsAskedForAgain() {
    bank.listed.add(odd(1, "paid_late", null));
    anomalies.refresh();
    List<String> said = new ArrayList<>();
    anomalies.resolve(
        anomalies.open().getFirst(), AnomalyAction.KEEP, () -> said.add("done"), _ -> {});
    assertThat(bank.resolved).containsExactly("1 keep");
    assertThat(said).containsExactly("done");
    assertThat(anomalies.open()).isEmpty();
  }

  @Test
  void aLostAnswerIsSaidAndTheAnomalyStays() {
    bank.listed.add(odd(1, "paid_twice", null));
    bank.silent = true;
    anomalies.refresh();
    List<RuntimeException> said = new ArrayList<>();
    anomalies.resolve(anomalies.open().getFirst(), AnomalyAction.REFUND, () -> {}, said::add);
    assertThat(said).hasSize(1);
    assertThat(anomalies.open()).hasSize(1);
    assertThat(anomalies.busy().get()).isFalse();
  }

  @Test
  void theUsualAnswerComesFirst() {
    assertThat(AnomalyAction.of(odd(1, "paid_late", null), _ -> true))
        .containsExactly(AnomalyAction.KEEP, AnomalyAction.REFUND, AnomalyAction.ACKNOWLEDGE);
    assertThat(AnomalyAction.of(odd(1, "paid_twice", null), _ -> true))
        .containsExactly(AnomalyAction.REFUND, AnomalyAction.KEEP, AnomalyAction.ACKNOWLEDGE);
  }

  @Test
  void aRoadThatCannotRefundOffersNoRefund() {
    assertThat(AnomalyAction.of(odd(1, "paid_twice", null), _ -> false))
        .doesNotContain(AnomalyAction.REFUND);
  }

  @Test
  void whatHappenedAtTheBankCanOnlyBeAcknowledged() {
    assertThat(AnomalyAction.of(odd(1, "refunded_at_bank", null), _ -> true))
        .containsExactly(AnomalyAction.ACKNOWLEDGE);
  }

  @Test
  void aKindOfANewerEngineGetsGeneralWords() {
    assertThat(AnomalyWords.titleKey(odd(1, "paid_thrice", null)))
        .isEqualTo("anomalies.kind.general");
  }
}
