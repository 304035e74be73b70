package duken.provider.cashier;

import duken.domain.PaymentKind;
import duken.provider.BankBehindProvider;
import duken.provider.PaymentProviderContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class CashierQrContractTest extends PaymentProviderContractTest {

  @TempDir private Path folder;

  @Override
  protected BankBehindProvider open() {
    return new CashierBehindProvider(folder, PaymentKind.QR);
  }
}
