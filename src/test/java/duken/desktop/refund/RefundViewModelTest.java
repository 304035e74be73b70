package duken.desktop.refund;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.DeskJson.Sale;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.desk.SalesApi;
import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import duken.desktop.NoEngine;
import duken.desktop.PracticeStaff;
import duken.desktop.SampleSales;
import duken.desktop.kit.task.Background;
import duken.domain.Money;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RefundViewModelTest {

  private static final SampleSales SALE =
      SampleSales.sale(7, "15000.00").paid().refunded("5000.00", "10000.00");

  private record Asked(NewRefundJson refund, String key) {}

  private static final class Desk extends NoEngine.Sales {
    final List<Asked> asked = new ArrayList<>();
    Supplier<RefundJson.Made> answer = () -> SALE.refundAnswer("10000.00", "completed", null);

    boolean reasonNeeded;
    List<RefundJson> underWay = List.of();

    @Override
    public DeskJson.SaleDetail get(long invoiceId) {
      return new DeskJson.SaleDetail(SALE.done(), List.of(), underWay);
    }

    @Override
    public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
      asked.add(new Asked(refund, idempotencyKey));
      return answer.get();
    }

    EngineApi engine() {
      return new NoEngine() {
        @Override
        public SalesApi sales() {
          return Desk.this;
        }

        @Override
        public StaffApi staff() {
          PracticeStaff staff = new PracticeStaff();
          staff.putRules(new StaffJson.Rules(Map.of(), 0, reasonNeeded));
          return staff;
        }
      };
    }
  }

  private final Desk bank = new Desk();
  private int minted;

  private RefundViewModel open(Sale sale, boolean partial) {
    return new RefundViewModel(
        bank.engine(),
        new Background(Runnable::run, Runnable::run),
        () -> "key-" + ++minted,
        sale,
        partial);
  }

  private RefundViewModel open() {
    return open(SALE.done(), true);
  }

  private RefundViewModel confirmed() {
    RefundViewModel refund = open();
    refund.next();
    refund.confirm();
    return refund;
  }

  private RefundViewModel lost() {
    bank.answer =
        () -> {
          throw new EngineUnreachable("no answer", null);
        };
    return confirmed();
  }

  private static RuntimeException problem(int status, String code) {
    return new EngineProblem(status, code, "Банк отказал", Map.of());
  }

  @Test
  void opensWithEverythingThatIsLeft() {
    RefundViewModel refund = open();
    assertThat(refund.amount()).isEqualTo(Money.ofTenge(10_000));
    assertThat(refund.check().get())
        .isEqualTo(new RefundForm.Check.Good(Money.ofTenge(10_000), Money.ZERO));
  }

  @Test
  void nothingIsSentBeforeTheSumWasConfirmed() {
    RefundViewModel refund = open();
    refund.next();
    assertThat(refund.step().get()).isEqualTo(RefundStep.CONFIRM);
    assertThat(bank.asked).isEmpty();
    refund.confirm();
    assertThat(bank.asked).hasSize(1);
    assertThat(refund.step().get()).isEqualTo(RefundStep.DONE);
  }

  @Test
  void aPartIsSentWithItsReason() {
    RefundViewModel refund = open();
    refund.sum().set("2 500,50");
    refund.reason().set(" Брак ");
    refund.next();
    refund.confirm();
    assertThat(bank.asked.getFirst().refund()).isEqualTo(new NewRefundJson("2500.50", "Брак"));
  }

  @Test
  void moreThanIsLeftCannotBeConfirmed() {
    RefundViewModel refund = open();
    refund.sum().set("10000,01");
    refund.next();
    assertThat(refund.step().get()).isEqualTo(RefundStep.FORM);
    assertThat(((RefundForm.Check.Wrong) refund.check().get()).textKey())
        .isEqualTo("refund.amount.too_much");
  }

  @Test
  void aRoadWithoutPartialRefundsReturnsEverythingWhateverIsTyped() {
    RefundViewModel refund = open(SALE.done(), false);
    refund.sum().set("1");
    refund.next();
    refund.confirm();
    assertThat(bank.asked.getFirst().refund().amount()).isEqualTo("10000.00");
  }

  @Test
  void aLostAnswerIsNeitherYesNorNo() {
    RefundViewModel refund = lost();
    assertThat(refund.step().get()).isEqualTo(RefundStep.UNKNOWN);
  }

  @Test
  void askingAgainAfterALostAnswerRepeatsTheVerySameRequest() {
    RefundViewModel refund = lost();
    bank.answer = () -> SALE.refundAnswer("10000.00", "completed", null);
    refund.askAgain();
    assertThat(bank.asked).hasSize(2);
    assertThat(bank.asked.getLast()).isEqualTo(bank.asked.getFirst());
    assertThat(refund.step().get()).isEqualTo(RefundStep.DONE);
  }

  @Test
  void whileItIsUnknownTheFormCannotBeReached() {
    RefundViewModel refund = lost();
    refund.back();
    refund.confirm();
    assertThat(refund.step().get()).isEqualTo(RefundStep.UNKNOWN);
    assertThat(bank.asked).hasSize(1);
  }

  @Test
  void aSilentBankIsUnknownToo() {
    bank.answer =
        () -> {
          throw problem(504, "PROVIDER_TIMEOUT");
        };
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.UNKNOWN);
  }

  @Test
  void aBankThatStillWorksOnItIsNotDone() {
    bank.answer = () -> SALE.refundAnswer("10000.00", "processing", null);
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.UNDERWAY);
  }

  @Test
  void aRefusalSaysWhyAndANewTryHasANewKey() {
    bank.answer = () -> SALE.refundAnswer("10000.00", "failed", "Счёт клиента закрыт");
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.REFUSED);
    assertThat(refund.refusal().get()).isEqualTo("Счёт клиента закрыт");

    refund.back();
    refund.sum().set("100");
    refund.next();
    refund.confirm();
    assertThat(bank.asked).extracting(Asked::key).containsExactly("key-1", "key-2");
  }

  @Test
  void aRefusalOfTheEngineIsARefusal() {
    bank.answer =
        () -> {
          throw problem(400, "REFUND_AMOUNT_EXCEEDED");
        };
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.REFUSED);
    assertThat(refund.refusal().get()).isEqualTo("Банк отказал");
  }

  @Test
  void pressingTwiceSendsOnce() {
    Deque<Runnable> queue = new ArrayDeque<>();
    RefundViewModel refund =
        new RefundViewModel(
            bank.engine(),
            new Background(queue::add, Runnable::run),
            () -> "key",
            SALE.done(),
            true);
    refund.next();
    refund.confirm();
    refund.confirm();
    assertThat(queue).hasSize(1);
    assertThat(refund.mayClose()).isFalse();
  }

  @Test
  void aSumThatMayBeThousandsOrPlacesIsNotGuessed() {
    RefundViewModel refund = open();
    refund.sum().set("5,000");
    assertThat(((RefundForm.Check.Wrong) refund.check().get()).textKey())
        .isEqualTo("refund.amount.ambiguous");
    refund.next();
    assertThat(refund.step().get()).isEqualTo(RefundStep.FORM);
  }

  @Test
  void aReasonThatIsTooLongIsSaid() {
    RefundViewModel refund = open();
    refund.reason().set("я".repeat(501));
    assertThat(((RefundForm.Check.Wrong) refund.check().get()).textKey())
        .isEqualTo("refund.reason.too_long");
  }

  @Test
  void whereAReasonIsNeededNothingGoesOnWithoutOne() {
    bank.reasonNeeded = true;
    RefundViewModel refund = open();
    refund.begin();
    refund.next();
    assertThat(refund.step().get()).isEqualTo(RefundStep.FORM);
    assertThat(refund.reasonMissed().get()).isTrue();
    refund.reason().set("Брак");
    assertThat(refund.reasonMissed().get()).isFalse();
    refund.next();
    assertThat(refund.step().get()).isEqualTo(RefundStep.CONFIRM);
  }

  @Test
  void anEngineThatMissesTheReasonLeadsBackToIt() {
    bank.answer =
        () -> {
          throw new EngineProblem(
              422, "VALIDATION_ERROR", "", Map.of("reason", List.of("Обязательно")));
        };
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.FORM);
    assertThat(refund.reasonMissed().get()).isTrue();
  }

  @Test
  void whereAnotherDeskWasFirstItsRefundIsFollowedToItsEnd() {
    bank.underWay = List.of(SALE.refundAnswer("500.00", "processing", null).refund());
    bank.answer =
        () -> {
          throw problem(409, "REFUND_IN_PROGRESS");
        };
    RefundViewModel refund = confirmed();
    assertThat(refund.step().get()).isEqualTo(RefundStep.OTHER);
    assertThat(refund.other().get().amount()).isEqualTo("500.00");
    bank.underWay = List.of(SALE.refundAnswer("500.00", "completed", null).refund());
    for (int i = 0; i < 8; i++) {
      refund.beat();
    }
    assertThat(refund.other().get().state().status()).isEqualTo("completed");
    assertThat(bank.asked).hasSize(1);
  }
}
