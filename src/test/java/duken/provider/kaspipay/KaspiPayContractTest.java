package duken.provider.kaspipay;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.BankBehindProvider;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentProviderContractTest;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class KaspiPayContractTest extends PaymentProviderContractTest {

  /** Its authority and certificates are made once: they take longest. */
  private static KaspiPayShop shop;

  @BeforeAll
  static void connect() {
    shop = new KaspiPayShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Override
  protected BankBehindProvider open() {
    return new Enhanced(shop.bank.purchases().size());
  }

  /** The scheme that can do most. */
  private record Enhanced(int before) implements BankBehindProvider {

    @Override
    public PaymentProvider provider() {
      return shop.provider();
    }

    @Override
    public long tenant() {
      return KaspiPayShop.ENHANCED;
    }

    @Override
    public PaymentKind kind() {
      return PaymentKind.QR;
    }

    @Override
    public PaymentRequest request(long tenge) {
      return shop.request(tenant(), kind(), Money.ofTenge(tenge));
    }

    @Override
    public PaymentRef ref(OpenedPayment opened) {
      return shop.ref(tenant(), kind(), opened);
    }

    @Override
    public void pay(PaymentRequest request, OpenedPayment opened) {
      shop.bank.set(Long.parseLong(opened.operationId()), "Processed");
    }

    @Override
    public void refuse(PaymentRequest request, OpenedPayment opened) {
      shop.bank.set(Long.parseLong(opened.operationId()), "Error");
    }

    @Override
    public void loseAnswerToOpen() {
      shop.bank.fault(new Fault("/qr/create", true, 504));
    }

    @Override
    public void loseAnswerToRefund() {
      shop.bank.fault(new Fault("/payment/return", true, 504));
    }

    @Override
    public void silence() {
      shop.bank.fault(new Fault("/payment/status", false, 503));
      shop.bank.fault(new Fault("/qr/create", false, 503));
    }

    @Override
    public void speak() {
      // Each call fails once.
    }

    @Override
    public int payments() {
      return shop.bank.purchases().size() - before;
    }

    @Override
    public long returned() {
      return shop.bank.latest().returned().longValue();
    }

    @Override
    public void close() {
      // The bank stays for the next test.
    }
  }
}
