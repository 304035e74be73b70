package duken.security;

import static org.assertj.core.api.Assertions.assertThat;

import duken.security.WebhookUrlRules.Fault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlRulesTest {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "shop.kz", List.of("93.184.215.14", "2606:2800:21f::1"),
          "localhost", List.of("127.0.0.1", "::1"),
          "kassa_1", List.of("127.0.0.1"),
          "lan_1.kz", List.of("192.168.1.5"),
          "lan.kz", List.of("192.168.1.5"),
          "mixed.kz", List.of("93.184.215.14", "192.168.1.5"),
          "xn--h1aeeh.xn--80ao21a", List.of("93.184.215.14"));

  private final WebhookUrlRules standard = WebhookUrlRules.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.kz/hook",
        "https://shop.kz:8443/hook?a=b",
        "HTTPS://SHOP.KZ",
        "http://localhost:8080/1c",
        "https://localhost/1c",
        "http://127.0.0.1/",
        "http://127.9.9.9/",
        "http://[::1]:8080/",
        "https://93.184.215.14/",
        "https://later.kz/",
        "http://kassa_1:8080/1c",
        "https://kassa_1/",
        "https://shop_2.later.kz/",
        "https://дүкен.қаз/hook"
      })
  void aPublicSecureOrLocalAddressMayBeSaved(String url) {
    assertThat(check(standard, url, true)).isEmpty();
    assertThat(check(standard, url, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.kz/, HTTPS_NEEDED",
    "http://later.kz/, HTTPS_NEEDED",
    "http://93.184.215.14/, HTTPS_NEEDED",
    "https://192.168.1.5/, ADDRESS",
    "http://10.0.0.1/, ADDRESS",
    "https://172.31.0.1/, ADDRESS",
    "https://lan.kz/, ADDRESS",
    "https://mixed.kz/, ADDRESS",
    "http://lan_1.kz/, ADDRESS",
    "http://shop_2.later.kz/, HTTPS_NEEDED",
    "https://a_b.metadata.google.internal/, ADDRESS",
    "https://kassa_1:0/, FORM",
    "https://kassa_1:70000/, FORM",
    "https://user@kassa_1/, USER_INFO",
    "https://169.254.169.254/latest, ADDRESS",
    "https://100.100.100.200/, ADDRESS",
    "http://0.0.0.0/, ADDRESS",
    "https://224.0.0.1/, ADDRESS",
    "https://255.255.255.255/, ADDRESS",
    "https://[fe80::1]/, ADDRESS",
    "https://[fd00:ec2::254]/, ADDRESS",
    "https://[::]/, ADDRESS",
    "https://metadata.google.internal/computeMetadata/v1/, ADDRESS",
    "http://METADATA.google.internal./, ADDRESS",
    "https://metadata/, ADDRESS",
    "https://instance-data/latest/meta-data, ADDRESS",
    "https://metadata.azure.internal/, ADDRESS",
    "https://metadata.tencentyun.com/, ADDRESS",
    "https://[ff02::1]/, ADDRESS",
    "https://[::ffff:169.254.169.254]/, ADDRESS",
    "https://[::ffff:10.0.0.1]/, ADDRESS",
    "https://[64:ff9b::a00:1]/, ADDRESS",
    "https://[64:ff9b::7f00:1]/, ADDRESS",
    "https://[2002:7f00:1::]/, ADDRESS",
    "https://[2001:db8::1]/, ADDRESS",
    "https://user@shop.kz/, USER_INFO",
    "https://user:pass@shop.kz/, USER_INFO",
    "https://shop.kz@evil.kz/, USER_INFO",
    "ftp://shop.kz/, SCHEME",
    "file:///etc/passwd, SCHEME",
    "javascript:alert(1), SCHEME",
    "shop.kz/hook, FORM",
    "'', FORM",
    "https://, FORM",
    "https:///hook, FORM",
    "https://shop kz/, FORM",
    "https://shop.kz:0/, FORM",
    "https://shop.kz:70000/, FORM",
    "http://127.1/, FORM",
    "http://2130706433/, FORM",
    "http://0x7f.0.0.1/, FORM",
    "http://0x7f000001/, FORM",
    "http://0177.0.0.1/, FORM",
    "http://localhost.1/, FORM",
    "https://shop.kz\\@127.0.0.1/, FORM"
  })
  void whatTheContractForbidsIsRefused(String url, Fault fault) {
    assertThat(check(standard, url, true)).contains(fault);
    assertThat(check(standard, url, false)).contains(fault);
  }

  @Test
  void thePrivateNetworkIsOpenedByTheSettingOnly() {
    WebhookUrlRules open = new WebhookUrlRules(true, true);

    assertThat(check(open, "http://192.168.1.5:8080/1c", true)).isEmpty();
    assertThat(check(open, "https://lan.kz/", true)).isEmpty();
    assertThat(check(open, "http://[fd12::1]/", false)).isEmpty();
    assertThat(check(open, "http://100.64.1.1/", false)).isEmpty();
    assertThat(check(open, "http://169.254.1.1/", true)).contains(Fault.ADDRESS);
  }

  @Test
  void loopbackCanBeClosedForRealPaymentsOnly() {
    WebhookUrlRules closed = new WebhookUrlRules(false, false);

    assertThat(check(closed, "http://localhost/1c", true)).contains(Fault.ADDRESS);
    assertThat(check(closed, "http://localhost/1c", false)).isEmpty();
  }

  @Test
  void aLongAddressIsRefused() {
    assertThat(check(standard, "https://shop.kz/" + "a".repeat(2032), true)).isEmpty();
    assertThat(check(standard, "https://shop.kz/" + "a".repeat(2033), true))
        .contains(Fault.TOO_LONG);
  }

  @Test
  void noAddressAtAllMayNotBeConnectedTo() {
    assertThat(standard.checkResolved(true, true, List.of())).contains(Fault.ADDRESS);
  }

  private static Optional<Fault> check(WebhookUrlRules rules, String url, boolean live) {
    return rules.check(url, live, WebhookUrlRulesTest::resolve);
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    try {
      return List.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      List<String> known = NAMES.get(host.toLowerCase(java.util.Locale.ROOT));
      if (known == null) {
        throw new UnknownHostException(host);
      }
      return known.stream().map(InetAddress::ofLiteral).toList();
    }
  }
}
