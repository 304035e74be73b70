package duken.desktop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What "Check" says of a connection in each of its troubles. */
class ProviderCheckTest {

  @ParameterizedTest
  @CsvSource({
    "kaspi-pay, connected,  ,                      true,  kaspi-pay.checked",
    "kaspi-pay, connected,  certificate_ends_soon, true,  kaspi-pay.checked",
    "kaspi-pay, connected,  certificate_ends_soon, false, kaspi-pay.refused.unreachable",
    "kaspi-pay, connected,  ,                      false, kaspi-pay.refused.unreachable",
    "kaspi-pay, signed_out, credentials_refused,   true,  kaspi-pay.refused.credentials_refused",
    "kaspi-pay, connected,  device_off,            true,  kaspi-pay.refused.device_off",
    "kaspi-pay, connected,  trade_point_off,       true,  kaspi-pay.refused.trade_point_off",
    "epay,      connected,  ,                      true,  epay.checked",
    "epay,      signed_out, key,                   true,  refused.key",
    "epay,      signed_out, token_refused,         true,  refused.token_refused",
    "epay,      connected,  address,               false, refused.address",
    "epay,      connected,  somewhat,              true,  refused.unclear"
  })
  void isSaidInWords(
      String provider, String connection, String trouble, boolean reachable, String key) {
    ProviderForm form = provider.equals("epay") ? ProviderForm.EPAY : ProviderForm.KASPI_PAY;
    BankJson.Provider now =
        new BankJson.Provider(
            provider, true, null, connection, trouble, reachable, null, List.of(), Map.of());

    assertThat(ProviderViewModel.checked(form, now).key()).isEqualTo("settings.contract." + key);
  }
}
