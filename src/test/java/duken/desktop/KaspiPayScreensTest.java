package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.api.InvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.WireJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the window offers of a bank by contract: links, return QRs, what is written down. */
class KaspiPayScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("link-till", rig -> can(rig, "qr", "link", "phone", "cancel").type("1500"));
    all.put("link-payment", KaspiPayScreensTest::link);
    all.put("bill-maybe-sent", KaspiPayScreensTest::maybeSent);
    all.put("bill-maybe-sent-sure", rig -> maybeSent(rig).press(KeyCode.F3));
    all.put("refund-return-qr", rig -> returning(rig, "processing"));
    all.put(
        "refund-return-qr-over", rig -> returning(rig, "processing").pass(Duration.ofMinutes(4)));
    all.put("refund-by-hand", rig -> byHand(paid(rig.engine.live(), rig)));
    all.put(
        "refund-by-hand-sure",
        rig -> {
          byHand(paid(rig.engine.live(), rig));
          field(rig, "refund-reason").setText("Вернули в приложении");
          rig.press(KeyCode.ENTER);
        });
    all.put("refund-by-hand-offered", rig -> paid(rig.engine.live(), rig));
    all.put("certificate-ends", rig -> standing(rig, "connected", "certificate_ends_soon"));
    all.put("contract-refused", rig -> standing(rig, "signed_out", "credentials_refused"));
    return GALLERY.of(all);
  }

  @Test
  void aLinkIsShownAsQrAndCopied() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            link(rig);
            InvoiceJson invoice = rig.engine.sales().get(rig.lastSale()).sale().invoice();
            assertThat(invoice.state().type()).isEqualTo("link");
            assertThat(shows(rig, "link-actions")).isTrue();
            rig.press(KeyCode.F3);
            assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo(invoice.payment().paymentUrl());
          }
        });
  }

  @Test
  void whatTheProviderCannotDoHasNoButton() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            can(rig, "qr", "cancel").type("100").ctrl(KeyCode.L);
            assertThat(shows(rig, "till-link")).isFalse();
            assertThat(rig.engine.count()).isZero();
            can(rig, "qr", "link").ctrl(KeyCode.L);
            assertThat(rig.engine.count()).isOne();
          }
        });
  }

  @Test
  void aBillThatMayHaveBeenSentGoesOutAgainOnlyAfterTwoPresses() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            maybeSent(rig);
            assertThat(shows(rig, "payment-resend")).isTrue();
            rig.press(KeyCode.F3);
            assertThat(shows(rig, "payment-resend")).isTrue();
            rig.press(KeyCode.F3);
            assertThat(shows(rig, "payment-resend")).isFalse();
          }
        });
  }

  @Test
  void aReturnQrIsFollowedUntilTheMoneyIsBack() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            returning(rig, "processing");
            assertThat(shows(rig, "refund-return-qr")).isTrue();
            assertThat(((Label) find(rig, "refund-return-time")).getText()).isEqualTo("03:00");
            rig.pass(Duration.ofSeconds(10));
            assertThat(((Label) find(rig, "refund-return-time")).getText()).isEqualTo("02:50");

            rig.engine.edit(
                rig.lastSale(), sale -> sale.refunds.set(0, refund(rig, "completed", null)));
            rig.pass(Duration.ofSeconds(1));
            assertThat(shows(rig, "refund-return-qr")).isFalse();
            assertThat(shows(rig, "refund-finish")).isTrue();
          }
        });
  }

  @Test
  void whatWasReturnedInTheBanksAppIsWrittenDownWithAReason() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            byHand(paid(rig.engine.live(), rig));
            rig.press(KeyCode.ENTER);
            assertThat(shows(rig, "refund-reason-missing")).isTrue();
            assertThat(rig.engine.refunds).isEmpty();
            field(rig, "refund-reason").setText("Вернули в приложении");
            rig.press(KeyCode.ENTER).press(KeyCode.ENTER);
            assertThat(rig.engine.refunds).hasSize(1);
            NewRefundJson asked = rig.engine.refunds.getFirst();
            assertThat(asked.recordedByHand()).isTrue();
            assertThat(asked.reason()).isEqualTo("Вернули в приложении");
          }
        });
  }

  private static DeskRig standing(DeskRig rig, String connection, String trouble) {
    rig.engine.live();
    rig.engine.bank.connected();
    rig.engine.providers.add(provider("kaspi-pay", true, connection, trouble, "qr", "link"));
    return rig.pump();
  }

  private static BankJson.Provider provider(
      String name, boolean live, String connection, String trouble, String... capabilities) {
    return new BankJson.Provider(
        name, live, null, connection, trouble, true, null, List.of(capabilities), Map.of());
  }

  private static DeskRig can(DeskRig rig, String... words) {
    rig.engine.capabilities(words);
    return rig.pump();
  }

  private static DeskRig link(DeskRig rig) {
    return can(rig, "qr", "link", "cancel").type("1500").ctrl(KeyCode.L);
  }

  private static DeskRig maybeSent(DeskRig rig) {
    rig.type("1500").press(KeyCode.F3).type("7011234567").press(KeyCode.ENTER);
    rig.engine.edit(rig.lastSale(), sale -> sale.errorCode = "bill_may_be_sent");
    return rig.pump();
  }

  private static DeskRig paid(PracticeEngine engine, DeskRig rig) {
    engine.bank.connected();
    can(rig, "qr", "link", "cancel").type("1500").press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), "pay");
    rig.pump().press(KeyCode.ESCAPE);
    return rig.press(KeyCode.F2).press(KeyCode.ENTER);
  }

  private static DeskRig byHand(DeskRig rig) {
    return rig.press(KeyCode.F4);
  }

  private static DeskRig returning(DeskRig rig, String status) {
    rig.type("1500").press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), "pay");
    rig.pump().press(KeyCode.ESCAPE);
    rig.engine.refundEnd = () -> refund(rig, status, "20260101000000000000000000000000000000017");
    return rig.press(KeyCode.F2, KeyCode.ENTER, KeyCode.F4, KeyCode.ENTER, KeyCode.ENTER);
  }

  private static RefundJson refund(DeskRig rig, String status, String qr) {
    ObjectNode json = WireJson.mapper().createObjectNode();
    json.put("id", 1).put("invoice_id", rig.lastSale()).put("amount", "1500.00");
    json.put("status", status).put("created_at", rig.time.instant().toString());
    if (qr != null) {
      json.put("return_qr", qr);
      json.put("return_qr_expires_at", rig.time.instant().plusSeconds(180).toString());
    }
    return WireJson.mapper().treeToValue(json, RefundJson.class);
  }

  private static TextField field(DeskRig rig, String id) {
    return (TextField) find(rig, id);
  }

  private static boolean shows(DeskRig rig, String id) {
    for (Node at = find(rig, id); at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return find(rig, id) != null;
  }

  private static Node find(DeskRig rig, String id) {
    return rig.scene.lookup("#" + id);
  }
}
