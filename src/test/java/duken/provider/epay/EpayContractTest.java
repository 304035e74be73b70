package duken.provider.epay;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.BankBehindProvider;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentProviderContractTest;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.simulator.epay.EpaySimulator.Fault;
import java.math.BigDecimal;
import java.util.List;

class EpayContractTest extends PaymentProviderContractTest {

  @Override
  protected BankBehindProvider open() {
    return new Terminal();
  }

  private static final class Terminal implements BankBehindProvider {

    private static final List<String> CALLS =
        List.of("/oauth2/token", "/payment/qr/generate", "/qr", "/check-status", "/operation");

    private final EpayShop shop = new EpayShop();

    @Override
    public PaymentProvider provider() {
      return shop.provider();
    }

    @Override
    public long tenant() {
      return EpayShop.TENANT;
    }

    @Override
    public PaymentKind kind() {
      return PaymentKind.QR;
    }

    @Override
    public PaymentRequest request(long tenge) {
      return shop.request(Money.ofTenge(tenge));
    }

    @Override
    public PaymentRef ref(OpenedPayment opened) {
      return shop.ref(opened);
    }

    @Override
    public void pay(PaymentRequest request, OpenedPayment opened) {
      shop.bank.set(Long.parseLong(opened.operationId()), "PAID");
    }

    @Override
    public void refuse(PaymentRequest request, OpenedPayment opened) {
      shop.bank.set(Long.parseLong(opened.operationId()), "REJECTED");
    }

    @Override
    public void loseAnswerToOpen() {
      shop.bank.fault(new Fault("/payment/qr/generate", true, 504));
    }

    @Override
    public void loseAnswerToRefund() {
      shop.bank.fault(new Fault("/operation", true, 504));
    }

    @Override
    public void silence() {
      for (int i = 0; i < 20; i++) {
        CALLS.forEach(path -> shop.bank.fault(new Fault(path, false, 503)));
      }
    }

    @Override
    public void speak() {
      shop.bank.clearFaults();
    }

    @Override
    public int payments() {
      return shop.bank.operations().size();
    }

    @Override
    public long returned() {
      return shop.bank.latest().refunds().stream()
          .map(refund -> refund.amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .longValue();
    }

    @Override
    public void close() {
      shop.close();
    }
  }
}
