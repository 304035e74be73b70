package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.simulator.kaspipay.BankShop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second version of the status call, which tells more (Kaspi Pay sheet, sections 4 and 5). */
class StatusVersionTest {

  private static final Money SUM = Money.parse("12500000.50");

  @Test
  void theSecondVersionTellsSumAndTransaction() {
    try (KaspiPayShop shop = new KaspiPayShop(BankShop.standard(), settings("v02"))) {
      OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
      PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened);
      shop.bank.set(Long.parseLong(opened.operationId()), "Processed");

      assertThat(shop.provider().read(ref))
          .isInstanceOfSatisfying(
              ProviderReading.Paid.class,
              it -> {
                assertThat(it.amount()).isEqualTo(SUM);
                assertThat(it.details().metadata())
                    .containsEntry("transaction_id", opened.operationId());
                assertThat(it.details().paymentId()).isNull();
              });
    }
  }

  private static KaspiPaySettings settings(String version) {
    return KaspiPaySettings.from(
        key -> key.equals("kaspi-pay.status-version") ? Optional.of(version) : Optional.empty());
  }
}
