package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Connecting a shop to ePay in the window. */
class ContractScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));

  private static final String PLACE = "https://pay.shop.example/callbacks/epay/0123456789abcdef";

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("contract-none", ContractScreensTest::contract);
    all.put("contract-missing", rig -> contract(rig).press(KeyCode.ENTER));
    all.put(
        "contract-refused",
        rig -> {
          rig.engine.attempt = refused("terminal", List.of());
          typed(contract(rig)).press(KeyCode.ENTER);
        });
    all.put(
        "contract-replace",
        rig -> {
          rig.engine.attempt = refused("other_provider", List.of("cashier"));
          typed(contract(rig)).press(KeyCode.ENTER);
        });
    all.put(
        "contract-connected",
        rig -> {
          rig.engine.providers.add(connected());
          contract(rig);
        });
    return GALLERY.of(all);
  }

  @Test
  void whatIsTypedGoesToTheEngineAndSecretsAreForgotten() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            typed(contract(rig)).press(KeyCode.ENTER);

            assertThat(rig.engine.wishes).hasSize(1);
            assertThat(rig.engine.wishes.getFirst().values())
                .containsEntry("KASPI_CLIENT_ID", "shop")
                .containsEntry("KASPI_CLIENT_SECRET", "secret")
                .doesNotContainKey("KASPI_CALLBACK_BEARER");
            assertThat(rig.engine.wishes.getFirst().replace()).isFalse();
            assertThat(field(rig, "KASPI_CLIENT_SECRET").getText()).isEmpty();
            assertThat(said(rig)).isNotBlank();
          }
        });
  }

  @Test
  void withoutAMandatoryValueNothingIsAsked() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            typed(contract(rig));
            field(rig, "KASPI_TERMINAL_ID").setText(" ");
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.wishes).isEmpty();
          }
        });
  }

  @Test
  void anotherProviderIsReplacedOnlyAfterAQuestion() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.attempt = refused("other_provider", List.of("cashier"));
            typed(contract(rig)).press(KeyCode.ENTER);
            assertThat(rig.engine.wishes).hasSize(1);
            rig.engine.attempt =
                new BankJson.Attempt("connected", Map.of(), null, null, List.of(), false);
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.wishes).hasSize(2);
            assertThat(rig.engine.wishes.getLast().replace()).isTrue();
          }
        });
  }

  private static DeskRig contract(DeskRig rig) {
    return rig.press(KeyCode.F9).alt(KeyCode.DIGIT2).ctrl(KeyCode.DIGIT5).pump();
  }

  private static DeskRig typed(DeskRig rig) {
    field(rig, "KASPI_CLIENT_ID").setText("shop");
    field(rig, "KASPI_CLIENT_SECRET").setText("secret");
    field(rig, "KASPI_TERMINAL_ID").setText("00000000-0000-0000-0000-000000000001");
    field(rig, "KASPI_API_BASE_URL").setText("https://test-epay-api.epayment.kz");
    field(rig, "KASPI_CALLBACK_BASE_URL").setText("https://pay.shop.example");
    field(rig, "KASPI_WEBHOOK_SECRET").setText("webhook");
    return rig;
  }

  private static TextField field(DeskRig rig, String name) {
    return (TextField) find(rig, "contract-" + name);
  }

  private static String said(DeskRig rig) {
    return ((Label) find(rig, "contract-said")).getText();
  }

  private static Node find(DeskRig rig, String id) {
    return rig.scene.lookup("#" + id);
  }

  private static BankJson.Attempt refused(String code, List<String> choices) {
    return new BankJson.Attempt("refused", Map.of(), code, "English words", choices, false);
  }

  private static BankJson.Provider connected() {
    return new BankJson.Provider(
        "epay",
        true,
        null,
        "connected",
        null,
        true,
        null,
        List.of("qr", "cancel", "refund", "partial_refund"),
        Map.of("callback_post", PLACE + "/post", "callback_failure", PLACE + "/failure"));
  }
}
