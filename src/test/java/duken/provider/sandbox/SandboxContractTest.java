package duken.provider.sandbox;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.engine.SettableClock;
import duken.provider.BankBehindProvider;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentProviderContractTest;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.SandboxCustomer.Action;
import duken.provider.SandboxCustomer.SandboxFault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class SandboxContractTest extends PaymentProviderContractTest {

  @TempDir private Path folder;

  @Override
  protected BankBehindProvider open() {
    return new Practice(folder);
  }

  private static final class Practice implements BankBehindProvider {

    private final SettableClock clock = new SettableClock();
    private final SandboxBank bank;
    private final SandboxProvider provider;
    private long invoices;
    private OpenedPayment newest;

    Practice(Path folder) {
      bank = SandboxBank.open(folder, clock);
      provider = new SandboxProvider(bank, clock);
    }

    @Override
    public PaymentProvider provider() {
      return provider;
    }

    @Override
    public long tenant() {
      return 7;
    }

    @Override
    public PaymentKind kind() {
      return PaymentKind.QR;
    }

    @Override
    public PaymentRequest request(long tenge) {
      long id = ++invoices;
      return new PaymentRequest(
          tenant(),
          id,
          kind(),
          Money.ofTenge(tenge),
          "mark-" + id,
          new PaymentRequest.Customer(null, null, "http://localhost/pay"),
          new PaymentRequest.Life(clock.instant().plus(Duration.ofMinutes(20)), clock.instant()));
    }

    @Override
    public PaymentRef ref(OpenedPayment opened) {
      newest = opened;
      return new PaymentRef(tenant(), kind(), opened.operationId(), clock.instant());
    }

    @Override
    public void pay(PaymentRequest request, OpenedPayment opened) {
      provider.phone().act(request.invoiceId(), Action.PAY);
    }

    @Override
    public void refuse(PaymentRequest request, OpenedPayment opened) {
      provider.phone().act(request.invoiceId(), Action.DECLINE);
    }

    @Override
    public void loseAnswerToOpen() {
      provider.phone().behave(tenant(), SandboxFault.LOSE_NEXT_ANSWER);
    }

    @Override
    public void loseAnswerToRefund() {
      provider.phone().behave(tenant(), SandboxFault.LOSE_NEXT_ANSWER);
    }

    @Override
    public void silence() {
      provider.phone().behave(tenant(), SandboxFault.SILENCE);
    }

    @Override
    public void speak() {
      provider.phone().behave(tenant(), SandboxFault.SPEAK);
    }

    @Override
    public int payments() {
      return bank.size();
    }

    @Override
    public long returned() {
      return provider.read(ref(newest)) instanceof ProviderReading.Paid paid
              && paid.refunded() != null
          ? paid.refunded().tiyn() / 100
          : 0;
    }

    @Override
    public void close() {
      bank.close();
    }
  }
}
