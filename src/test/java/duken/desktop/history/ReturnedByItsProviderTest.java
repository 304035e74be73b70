package duken.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.WireJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sale stays with the provider that made it, whatever takes the shop's new sales. */
class ReturnedByItsProviderTest {

  @Test
  void whatASaleCanIsThatOfItsOwnProvider() {
    DeskJson.State state =
        state(row("cashier", true, "qr"), row("kaspi-pay", false, "qr", "refund"));

    assertThat(state.can(of("kaspi-pay", false), "refund")).isTrue();
    assertThat(state.can(of("kaspi-pay", false), "partial_refund")).isFalse();
    assertThat(state.can(of("cashier", false), "refund")).isFalse();
    assertThat(state.can(of("epay", false), "refund")).as("disconnected").isFalse();
  }

  @Test
  void withoutProvidersTheOneThatIsToldAnswers() {
    assertThat(state().can(of("kaspi-pay", false), "qr")).isTrue();
    assertThat(state(row("cashier", true)).can(of("sandbox", true), "qr")).isTrue();
    assertThat(state(row("cashier", true)).can(of(null, false), "qr")).isTrue();
  }

  private static DeskJson.State state(BankJson.Provider... rows) {
    return new DeskJson.State(
        "Shop",
        false,
        new DeskJson.Way("cashier", "connected", List.of("qr"), true),
        new DeskJson.Waiting(0, 0),
        new DeskJson.EngineFacts(1, "http://127.0.0.1:3000", "1"),
        null,
        null,
        List.of(rows));
  }

  private static BankJson.Provider row(String name, boolean live, String... capabilities) {
    return new BankJson.Provider(
        name, live, null, "connected", null, true, null, List.of(capabilities), Map.of());
  }

  private static InvoiceJson of(String provider, boolean sandbox) {
    String maker = provider == null ? "null" : "{\"name\":\"%s\"}".formatted(provider);
    return WireJson.mapper()
        .readValue(
            "{\"id\":1,\"is_sandbox\":%s,\"provider\":%s}".formatted(sandbox, maker),
            InvoiceJson.class);
  }
}
