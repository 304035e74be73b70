package duken.provider.smartpos;

import duken.domain.PaymentKind;
import duken.provider.BankBehindProvider;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentProviderContractTest;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.simulator.smartpos.TerminalOperation;
import java.time.Duration;

class SmartPosContractTest extends PaymentProviderContractTest {

  @Override
  protected BankBehindProvider open() {
    return new Counter();
  }

  private static final class Counter implements BankBehindProvider {

    private final SmartPosCounter shop = new SmartPosCounter().paired();

    @Override
    public PaymentProvider provider() {
      return shop.provider();
    }

    @Override
    public long tenant() {
      return SmartPosCounter.TENANT;
    }

    @Override
    public PaymentKind kind() {
      return PaymentKind.TERMINAL;
    }

    @Override
    public PaymentRequest request(long tenge) {
      return shop.request(tenge);
    }

    @Override
    public PaymentRef ref(OpenedPayment opened) {
      return shop.ref(opened);
    }

    @Override
    public void pay(PaymentRequest request, OpenedPayment opened) {
      shop.terminal.act("card");
    }

    @Override
    public void refuse(PaymentRequest request, OpenedPayment opened) {
      shop.terminal.act("refuse-card");
    }

    @Override
    public void loseAnswerToOpen() {
      shop.terminal.fault("payment", "cut-after");
    }

    @Override
    public void loseAnswerToRefund() {
      shop.terminal.fault("refund", "cut-after");
    }

    @Override
    public void confirmRefund() {
      shop.terminal.act("confirm");
      shop.later(Duration.ofSeconds(1));
    }

    @Override
    public void silence() {
      shop.terminal.off();
    }

    @Override
    public void speak() {
      shop.terminal.on(true);
    }

    @Override
    public int payments() {
      return (int) shop.terminal.operations().stream().filter(it -> !it.refund()).count();
    }

    @Override
    public long returned() {
      return shop.terminal.operations().stream()
          .filter(TerminalOperation::refund)
          .filter(it -> it.isRunning() || it.isDone())
          .mapToLong(TerminalOperation::amount)
          .sum();
    }

    @Override
    public void close() {
      shop.close();
    }
  }
}
