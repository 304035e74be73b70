package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.desktop.contract.FileField;
import duken.simulator.kaspipay.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Connecting a shop to the Kaspi Pay API in the window. */
class KaspiPayFormTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));
  private static final String PASSWORD = "pass word-ä ";

  @TempDir private static Path files;

  @BeforeAll
  static void certificates() throws IOException {
    TestAuthority authority = new TestAuthority(new TestTime());
    Files.write(
        files.resolve("shop.p12"), authority.client("shop", PASSWORD, Duration.ofDays(365)));
    Files.write(files.resolve("soon.p12"), authority.client("shop", PASSWORD, Duration.ofDays(30)));
    Files.writeString(files.resolve("root.pem"), authority.pem());
  }

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("kaspi-pay-r1", KaspiPayFormTest::form);
    all.put("kaspi-pay-r3", rig -> enhanced(rig, "shop.p12"));
    all.put("kaspi-pay-ends-soon", rig -> enhanced(rig, "soon.p12"));
    all.put("kaspi-pay-missing", rig -> form(rig).ctrl(KeyCode.DIGIT0).press(KeyCode.ENTER));
    all.put(
        "kaspi-pay-refused",
        rig -> {
          rig.engine.attempt = refused("password", List.of());
          enhanced(rig, "shop.p12").press(KeyCode.ENTER);
        });
    all.put(
        "kaspi-pay-trade-points",
        rig -> {
          rig.engine.attempt = refused("trade_point", List.of("1  Дүкен №1", "2  Склад"));
          enhanced(rig, "shop.p12").press(KeyCode.ENTER);
        });
    all.put(
        "kaspi-pay-replace",
        rig -> {
          rig.engine.attempt = refused("other_provider", List.of("cashier"));
          enhanced(rig, "shop.p12").press(KeyCode.ENTER);
        });
    all.put(
        "kaspi-pay-connected",
        rig -> {
          rig.engine.providers.add(connected(rig));
          form(rig);
        });
    return GALLERY.of(all);
  }

  @Test
  void whatTheSchemeDoesNotNeedIsNeitherAskedForNorSent() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            form(rig);
            field(rig, "url").setText("https://bank.example/r1/v01");
            field(rig, "api-key").setText("prod_key");
            field(rig, "bin").setText("123456789012");
            assertThat(find(rig, "certificate").isVisible()).isFalse();
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.wishes.getFirst().values())
                .containsOnly(
                    Map.entry("scheme", "r1"),
                    Map.entry("url", "https://bank.example/r1/v01"),
                    Map.entry("api-key", "prod_key"));
            assertThat(field(rig, "api-key").getText()).isEmpty();
          }
        });
  }

  @Test
  void theCertificateGoesToTheEngineAndItsEndIsShown() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            enhanced(rig, "soon.p12");
            assertThat(((Label) find(rig, "certificate-ends")).getText()).contains("13.06.2026");
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.wishes.getFirst().values())
                .containsEntry("password", PASSWORD)
                .containsEntry("bin", "123456789012")
                .containsKeys("certificate", "trust")
                .doesNotContainKey("api-key");
          }
        });
  }

  @Test
  void oneOfSeveralTradePointsIsChosenAndTheConnectionGoesOn() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.attempt = refused("trade_point", List.of("17  Дүкен №1", "23  Склад"));
            enhanced(rig, "shop.p12").press(KeyCode.ENTER);
            rig.engine.attempt =
                new BankJson.Attempt("connected", Map.of(), null, null, List.of(), false);
            rig.ctrl(KeyCode.DIGIT2);

            assertThat(rig.engine.wishes).hasSize(2);
            assertThat(rig.engine.wishes.getLast().values())
                .containsEntry("trade-point", "23")
                .containsEntry("password", PASSWORD);
          }
        });
  }

  private static DeskRig form(DeskRig rig) {
    return rig.press(KeyCode.F9).alt(KeyCode.DIGIT2).ctrl(KeyCode.DIGIT4).pump();
  }

  private static DeskRig enhanced(DeskRig rig, String certificate) {
    form(rig).ctrl(KeyCode.DIGIT0);
    field(rig, "url").setText("https://bank.example/r3/v01");
    field(rig, "bin").setText("123456789012");
    field(rig, "password").setText(PASSWORD);
    ((FileField) find(rig, "certificate")).take(files.resolve(certificate));
    ((FileField) find(rig, "trust")).take(files.resolve("root.pem"));
    return rig;
  }

  private static BankJson.Attempt refused(String code, List<String> choices) {
    return new BankJson.Attempt("refused", Map.of(), code, "English words", choices, true);
  }

  private static BankJson.Provider connected(DeskRig rig) {
    return new BankJson.Provider(
        "kaspi-pay",
        true,
        null,
        "connected",
        "certificate_ends_soon",
        true,
        "Дүкен №1",
        List.of("qr", "link", "phone", "cancel", "refund", "partial_refund"),
        Map.of(
            "scheme",
            "r3",
            "certificate_expires_at",
            rig.time.instant().plus(Duration.ofDays(20)).toString()));
  }

  private static TextField field(DeskRig rig, String name) {
    return (TextField) find(rig, name);
  }

  private static Node find(DeskRig rig, String name) {
    return rig.scene.lookup("#contract-" + name);
  }
}
