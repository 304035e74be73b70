package duken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.client.EngineAddress.Fault;
import duken.client.EngineAddress.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:3000",
        "http://localhost:3000/",
        " http://LOCALHOST ",
        "http://[::1]:3000",
        "https://127.0.0.1"
      })
  void anEngineOnThisComputerNeedsNoTls(String text) {
    assertThat(EngineAddress.parse(text).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.168.1.5:3000",
        "http://till.example.kz",
        "http://127.0.0.1.example.kz",
        "http://localhost.example.kz",
        "http://[fe80::1]:3000",
        "http://0.0.0.0:3000"
      })
  void anEngineElsewhereNeedsTlsAndIsToldSo(String text) {
    assertThatThrownBy(() -> EngineAddress.parse(text))
        .isInstanceOfSatisfying(
            Unusable.class, e -> assertThat(e.fault()).isEqualTo(Fault.TLS_NEEDED))
        .hasMessageContaining("https://");
    assertThat(EngineAddress.parse(text.replace("http:", "https:")).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:3000",
        "ftp://127.0.0.1",
        "http://user:pass@127.0.0.1",
        "http://127.0.0.1/?a=b",
        "https://till.example.kz/#x",
        "https://"
      })
  void whatIsNoPlainAddressIsRefused(String text) {
    assertThatThrownBy(() -> EngineAddress.parse(text))
        .isInstanceOfSatisfying(Unusable.class, e -> assertThat(e.fault()).isEqualTo(Fault.FORM));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:3000, http://127.0.0.1:3000/desk/v1/state",
    "http://127.0.0.1:3000/, http://127.0.0.1:3000/desk/v1/state",
    "https://till.example.kz/duken, https://till.example.kz/duken/desk/v1/state",
    "https://till.example.kz/duken/, https://till.example.kz/duken/desk/v1/state"
  })
  void pathsHangBelowTheAddress(String text, String expected) {
    assertThat(EngineAddress.parse(text).below("/desk/v1/state").build()).hasToString(expected);
  }

  @Test
  void itsTextIsHostAndPort() {
    assertThat(EngineAddress.parse("http://localhost:3000/duken")).hasToString("localhost:3000");
  }
}
