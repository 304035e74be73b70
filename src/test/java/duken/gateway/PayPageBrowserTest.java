package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.InvoiceStatus;
import duken.junit.MachineNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** The pay page in a real browser at the size of a phone. */
class PayPageBrowserTest {

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENS = Path.of("target", "screens");

  @TempDir static Path profile;

  private static RunningGateway gateway;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    MachineNeeds.file(DRIVER, "apt-get install chromium chromium-driver");
    MachineNeeds.file(CHROMIUM, "apt-get install chromium chromium-driver");
    Files.createDirectories(SCREENS);
    gateway = new RunningGateway(RunningGateway.unlimited());
    ChromeDriverService driver =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    browser = new ChromeDriver(driver, options);
    phone(390, 844);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (gateway != null) {
      gateway.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Ждёт оплаты, Оплачено, УЧЕБНЫЙ РЕЖИМ",
    "kk, Төлем күтілуде, Төленді, ОҚУ РЕЖИМІ",
    "en, Waiting for payment, Paid, TRAINING"
  })
  void aCustomerPaysInHisLanguage(String language, String waiting, String paid, String training)
      throws IOException {
    Reply invoice = qr();
    show(invoice, language);
    assertThat(state()).isEqualTo(waiting);
    assertThat(browser.findElement(By.className("training")).getText()).startsWith(training);
    assertThat(browser.findElement(By.className("sum")).getText()).isEqualTo("2 500,50 ₸");
    assertThat(browser.findElement(By.className("shop")).getText()).isEqualTo("Кофейня на Абая");
    assertThat(browser.findElement(By.id("left")).getText()).matches("(20:00|19:5[0-9])");
    screen("pay-waiting-" + language);
    browser.findElement(By.className("yes")).click();
    await().until(() -> state().equals(paid));
    screen("pay-paid-" + language);
    assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(browser.findElements(By.tagName("button"))).isEmpty();
    assertNothingIsWrong();
  }

  @ParameterizedTest
  @CsvSource({"ru, Счёт отменён", "kk, Шот болдырылмады", "en, The bill is cancelled"})
  void aCustomerDeclinesInHisLanguage(String language, String cancelled) throws IOException {
    Reply invoice = qr();
    show(invoice, language);
    browser.findElement(By.className("no")).click();
    await().until(() -> state().equals(cancelled));
    screen("pay-declined-" + language);
    assertThat(status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertNothingIsWrong();
  }

  @Test
  void openingATrainingQrIsSeenAsAScan() {
    Reply invoice = qr();
    show(invoice, "ru");
    await()
        .until(
            () ->
                gateway
                    .get("/api/v1/invoices/" + invoice.at("/id"))
                    .at("/qr_substate")
                    .equals("scanned"));
  }

  @Test
  void thePageFollowsWhatHappensElsewhere() throws IOException {
    Reply invoice = qr();
    show(invoice, "en");
    Reply cancelled = gateway.post("/api/v1/invoices/" + invoice.at("/id") + "/cancel", "");
    assertThat(cancelled.status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(60)).until(() -> state().equals("The bill is cancelled"));
    assertNothingIsWrong();
  }

  @Test
  void theLanguageIsSwitchedOnThePage() {
    show(qr(), "ru");
    browser.findElement(By.linkText("ENG")).click();
    await().until(() -> state().equals("Waiting for payment"));
    browser.findElement(By.linkText("ҚАЗ")).click();
    await().until(() -> state().equals("Төлем күтілуде"));
  }

  @Test
  void everyOtherStateLooksLikeSomething() throws IOException {
    Reply expired = qr();
    gateway.simulate(id(expired), "expired");
    show(expired, "ru");
    screen("pay-expired-ru");
    Reply failed = qr();
    gateway.simulate(id(failed), "error");
    show(failed, "ru");
    screen("pay-failed-ru");
    Reply refunded = qr();
    gateway.simulate(id(refunded), "paid");
    gateway.post("/api/v1/invoices/" + id(refunded) + "/refund", "{\"amount\":1000}");
    show(refunded, "ru");
    assertThat(state()).isEqualTo("Часть денег возвращена");
    screen("pay-partly-refunded-ru");
    Reply live = create("/api/v1/invoices/qr", LONG_WORDS, gateway.liveKey);
    show(live, "ru");
    screen("pay-live-ru");
    Reply bill =
        create(
            "/api/v1/invoices",
            "{\"amount\":99999999.99,\"phone_number\":\"87001234567\"}",
            gateway.key);
    show(bill, "kk");
    screen("pay-bill-kk");
    browser.get(gateway.uri("/pay/nothing-here?lang=ru").toString());
    screen("pay-missing-ru");
    assertThat(browser.manage().logs().get("browser").getAll()).hasSizeLessThan(3);
  }

  @Test
  void itFitsANarrowPhoneAndTheDark() throws IOException {
    Reply invoice = create("/api/v1/invoices/qr", LONG_WORDS, gateway.key);
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    show(invoice, "kk");
    screen("pay-dark-kk");
    phone(320, 568);
    show(invoice, "ru");
    screen("pay-narrow-ru");
    long overflow =
        (Long)
            browser.executeScript(
                "return document.documentElement.scrollWidth -"
                    + " document.documentElement.clientWidth");
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    phone(390, 844);
    assertThat(overflow).isZero();
  }

  private static final String LONG_WORDS =
      """
      {"amount":"1234567.89","description":"Капучино 0,3 л на овсяном молоке × 2, круассан \
      с миндалём, доставка до двери <script>alert(1)</script>","external_order_id":\
      "ORDER-2026-05-14-000000000000000123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"}\
      """;

  private static void phone(int width, int height) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
  }

  private static Reply qr() {
    return create(
        "/api/v1/invoices/qr",
        "{\"amount\":2500.50,\"description\":\"Капучино и круассан\","
            + "\"external_order_id\":\"order_123\"}",
        gateway.key);
  }

  private static Reply create(String path, String body, String key) {
    Reply reply = gateway.post(path, body, key);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply;
  }

  private static long id(Reply invoice) {
    return invoice.json().at("/id").asLong();
  }

  private static InvoiceStatus status(Reply invoice) {
    return gateway.stored(id(invoice)).state().status();
  }

  private static void show(Reply invoice, String language) {
    String token = gateway.stored(id(invoice)).terms().payToken();
    browser.get(gateway.uri("/pay/" + token + "?lang=" + language).toString());
  }

  private static String state() {
    try {
      List<WebElement> found = browser.findElements(By.cssSelector("[role=status] strong"));
      return found.isEmpty() ? "" : found.getFirst().getText();
    } catch (StaleElementReferenceException _) {
      // The page is being drawn anew: it is asked again.
      return "";
    }
  }

  private static void screen(String name) throws IOException {
    Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static void assertNothingIsWrong() {
    assertThat(browser.manage().logs().get("browser").getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
  }
}
