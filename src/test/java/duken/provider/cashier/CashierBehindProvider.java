package duken.provider.cashier;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.BankBehindProvider;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.cashier.sale.CashierShop;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A cashier's session at the strict fake bank. */
final class CashierBehindProvider implements BankBehindProvider {

  private final CashierShop it;
  private final PaymentKind kind;
  private int tries;

  CashierBehindProvider(Path folder, PaymentKind kind) {
    it = CashierShop.open(folder, Map.of()).signedIn();
    this.kind = kind;
  }

  @Override
  public PaymentProvider provider() {
    return it.provider();
  }

  @Override
  public long tenant() {
    return it.tenant();
  }

  @Override
  public PaymentKind kind() {
    return kind;
  }

  @Override
  public PaymentRequest request(long tenge) {
    return new PaymentRequest(
        tenant(),
        ++tries,
        kind,
        Money.ofTenge(tenge),
        "mark" + tries,
        new PaymentRequest.Customer(
            kind == PaymentKind.PHONE ? new Phone("7771234567") : null,
            null,
            "http://127.0.0.1/pay/x"),
        new PaymentRequest.Life(
            it.shop.clock.instant().plus(Duration.ofMinutes(20)), it.shop.clock.instant()));
  }

  @Override
  public PaymentRef ref(OpenedPayment opened) {
    return new PaymentRef(tenant(), kind, opened.operationId(), it.shop.clock.instant());
  }

  @Override
  public void pay(PaymentRequest request, OpenedPayment opened) {
    it.bank.pay(Long.parseLong(opened.operationId()));
  }

  @Override
  public void refuse(PaymentRequest request, OpenedPayment opened) {
    it.bank.decline(Long.parseLong(opened.operationId()));
  }

  @Override
  public void loseAnswerToOpen() {
    it.bank.fault(
        kind == PaymentKind.QR ? CashierPaths.QR_CREATE : CashierPaths.BILL_CREATE,
        Fault.cutAfter());
  }

  @Override
  public void loseAnswerToRefund() {
    it.bank.fault(CashierPaths.RETURN, Fault.cutAfter());
  }

  @Override
  public void silence() {
    it.bank.refuseConnections();
  }

  @Override
  public void speak() {
    it.bank.acceptConnections();
  }

  @Override
  public int payments() {
    return it.bank.operations().size();
  }

  @Override
  public long returned() {
    return it.bank.latest().returned() / 100;
  }

  @Override
  public void close() {
    it.close();
  }
}
