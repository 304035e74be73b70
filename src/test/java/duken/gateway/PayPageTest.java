package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import duken.domain.InvoiceStatus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pay page and the QR picture as HTTP. */
class PayPageTest {

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void thePageNeedsNoKeyAndLoadsNothingFromElsewhere() {
    Reply page = page(token(gateway.createQr()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("Referrer-Policy")).contains("same-origin");
    assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.text()).doesNotContain("http://").doesNotContain("https://");
    assertThat(page.text()).doesNotContain("style=\"").doesNotContain("onclick");
  }

  @Test
  void theLanguageIsThePreferredOneOrTheOneAskedFor() {
    String token = token(gateway.createQr());
    assertThat(page(token).text()).contains("<html lang=\"ru\">").contains("Ждёт оплаты");
    Reply english =
        gateway.send(gateway.bare("/pay/" + token).header("Accept-Language", "en-GB").GET());
    assertThat(english.text()).contains("Waiting for payment");
    assertThat(english.header("Content-Language")).contains("en");
    Reply kazakh =
        gateway.send(
            gateway.bare("/pay/" + token + "?lang=kk").header("Accept-Language", "en").GET());
    assertThat(kazakh.text()).contains("Төлем күтілуде");
    assertThat(page(token + "?lang=xx").text()).contains("Ждёт оплаты");
  }

  @Test
  void whatAShopWroteIsOnlyText() {
    Reply reply =
        gateway.post(
            "/api/v1/invoices/qr",
            "{\"amount\":5,\"description\":\"<script>alert('x')</script>&\\\"{{js}}\","
                + "\"external_order_id\":\"<b>$1\"}");
    String html = page(token(reply)).text();
    assertThat(html)
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;{{js}}")
        .contains("&lt;b&gt;$1")
        .doesNotContain("<script>alert");
  }

  @Test
  void aLinkThatLeadsNowhereSaysSoToAPerson() {
    for (String token : List.of("nothing", "x".repeat(300), "a%2Fb")) {
      Reply reply = page(token);
      assertThat(reply.status()).as(token).isEqualTo(404);
      assertThat(reply.text()).contains("Такого счёта нет");
    }
  }

  @Test
  void theButtonsWorkWithoutAScript() {
    Reply invoice = gateway.createQr();
    Reply paid = press(token(invoice), "pay", "?lang=en");
    assertThat(paid.status()).isEqualTo(303);
    assertThat(paid.header("Location")).contains(token(invoice) + "?lang=en");
    assertThat(page(token(invoice) + "?lang=en").text()).contains("<strong>Paid</strong>");
    assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
    Reply other = gateway.createQr();
    press(token(other), "decline", "");
    assertThat(status(other)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(gateway.get("/api/v1/invoices/" + other.at("/id")).at("/status_reason"))
        .isEqualTo("customer_cancelled");
  }

  @Test
  void pressingTwiceDoesNoHarm() {
    Reply invoice = gateway.createQr();
    press(token(invoice), "pay", "");
    assertThat(press(token(invoice), "pay", "").status()).isEqualTo(303);
    assertThat(press(token(invoice), "decline", "").status()).isEqualTo(303);
    assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void onlyTrainingCanBePlayed() {
    Reply live = gateway.post("/api/v1/invoices/qr", "{\"amount\":1}", gateway.liveKey);
    String token = gateway.stored(live.json().at("/id").asLong()).terms().payToken();
    assertThat(press(token, "pay", "").status()).isEqualTo(403);
    assertThat(status(live)).isEqualTo(InvoiceStatus.PENDING);
    String html = page(token).text();
    assertThat(html)
        .doesNotContain("<form")
        .contains("href=\"https://bank.example/pay/7001\"")
        .contains("../qr/" + token + ".png");
  }

  @Test
  void nonsenseInAFormIsABadRequest() {
    String token = token(gateway.createQr());
    for (String form : List.of("", "action=", "action=refund", "x=%zz")) {
      Reply reply =
          gateway.send(
              gateway
                  .bare("/pay/" + token)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
      assertThat(reply.status()).as(form).isEqualTo(400);
    }
    assertThat(
            gateway
                .send(
                    gateway
                        .bare("/pay/" + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .status())
        .isEqualTo(415);
  }

  @Test
  void aPageMayBeOpenedFromAnywhereButNotPressedFromElsewhere() {
    Reply invoice = gateway.createQr();
    Reply opened =
        gateway.send(
            gateway
                .bare("/pay/" + token(invoice))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .GET());
    assertThat(opened.status()).isEqualTo(200);
    Reply pressed =
        gateway.send(
            gateway
                .bare("/pay/" + token(invoice))
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=pay")));
    assertThat(pressed.status()).isEqualTo(403);
    assertThat(status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void theScriptIsToldTheStateAndTheTimeLeft() {
    Reply invoice = gateway.createQr();
    gateway.clock.move(Duration.ofMinutes(5));
    assertThat(gateway.send(gateway.bare("/pay/" + token(invoice) + "/state").GET()).text())
        .isEqualTo("{\"state\":\"waiting\",\"millis_left\":900000}");
    gateway.clock.move(Duration.ofMinutes(15));
    assertThat(gateway.send(gateway.bare("/pay/" + token(invoice) + "/state").GET()).text())
        .isEqualTo("{\"state\":\"expired\",\"millis_left\":0}");
  }

  @Test
  void theBankBeingSilentIsToldAsChecking() {
    Reply live = gateway.post("/api/v1/invoices/qr", "{\"amount\":1}", gateway.liveKey);
    String token = gateway.stored(live.json().at("/id").asLong()).terms().payToken();
    gateway.clock.move(Duration.ofMinutes(21));
    assertThat(page(token).text()).contains("Проверяем в банке").doesNotContain("bank.example");
  }

  @Test
  void theQrPictureIsCrispAndLeadsToThePage() throws Exception {
    Reply invoice = gateway.createQr();
    Reply picture = picture(token(invoice));
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).contains("image/png");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(600);
    Result result = decode(image);
    assertThat(result.getText()).isEqualTo(invoice.at("/qr_link"));
    assertThat(result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
        .isEqualTo("Q");
    int[] pixels = image.getRGB(0, 0, 600, 600, null, 0, 600);
    assertThat(pixels).containsOnly(0xff000000, 0xffffffff);
  }

  @Test
  void theQrPictureMayBeShownOnTheShopsOwnSite() {
    Reply invoice = gateway.createQr();
    Reply picture =
        gateway.send(
            gateway
                .bare("/qr/" + token(invoice) + ".png")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "no-cors")
                .GET());
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
  }

  @Test
  void theQrPictureEndsAMinuteAfterTheInvoice() {
    Reply invoice = gateway.createQr();
    gateway.clock.move(Duration.ofMinutes(20).plusSeconds(59));
    assertThat(picture(token(invoice)).status()).isEqualTo(200);
    gateway.clock.move(Duration.ofSeconds(1));
    assertThat(picture(token(invoice)).status()).isEqualTo(404);
  }

  @Test
  void whatHasNoQrHasNoPicture() {
    Reply bill =
        gateway.post("/api/v1/invoices", "{\"amount\":5,\"phone_number\":\"87001234567\"}");
    assertThat(picture(token(bill)).status()).isEqualTo(404);
    assertThat(picture("nothing").status()).isEqualTo(404);
    assertThat(gateway.send(gateway.bare("/qr/" + token(gateway.createQr())).GET()).status())
        .isEqualTo(404);
  }

  private static Result decode(BufferedImage image) throws Exception {
    int side = image.getWidth();
    LuminanceSource source =
        new RGBLuminanceSource(side, side, image.getRGB(0, 0, side, side, null, 0, side));
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
  }

  private Reply page(String token) {
    return gateway.send(gateway.bare("/pay/" + token).GET());
  }

  private Reply picture(String token) {
    return gateway.send(gateway.bare("/qr/" + token + ".png").GET());
  }

  private Reply press(String token, String action, String query) {
    return gateway.send(
        gateway
            .bare("/pay/" + token + query)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("action=" + action)));
  }

  private String token(Reply invoice) {
    return gateway.stored(invoice.json().at("/id").asLong()).terms().payToken();
  }

  private InvoiceStatus status(Reply invoice) {
    return gateway.stored(invoice.json().at("/id").asLong()).state().status();
  }
}
