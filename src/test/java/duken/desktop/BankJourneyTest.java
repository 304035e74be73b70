package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.app.BankedShop;
import duken.domain.Mode;
import duken.simulator.BankSimulator;
import duken.simulator.ledger.LedgerOperation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop's own account in a real window, with the real engine and the real provider behind it and
 * a strict bank at the end.
 */
class BankJourneyTest {

  private static final String CUSTOMER = "7019876543";
  private static final String PAYER = "Гүлнәр Серікбайқызы";
  private static final String GREEN = "Или просто наберите следующую сумму";

  @TempDir Path folder;

  private final WallClock wall = new WallClock();
  private BankedShop shop;
  private BankSimulator bank;
  private Cashier cashier;

  @BeforeEach
  void build() throws Exception {
    shop = new BankedShop(folder);
    bank = shop.bank();
    bank.payer("7" + CUSTOMER, PAYER);
  }

  @AfterEach
  void close() {
    if (cashier != null) {
      cashier.close();
    }
    shop.close();
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void anOwnerReadsTheNoticeTypesPhoneAndCodeAndIsConnected() {
    sitDown("УЧЕБНЫЙ РЕЖИМ").sees("счёт магазина не подключён");
    openBank().sees("Банк не подключён", "Рабочий режим откроется, когда");
    cashier.press(KeyCode.ENTER).sees("Шаг 1 из 3", "Этот способ неофициальный");
    cashier.isAt("bank-accept").press(KeyCode.ENTER);
    assertThat(cashier.words()).contains("Прочитайте, прежде чем подключать");
    assertThat(bank.counts().total()).isZero();

    cashier.press(KeyCode.SPACE, KeyCode.ENTER).sees("Шаг 2 из 3").isAt("bank-phone");
    cashier.type(BankedShop.CASHIER).sees("+7 (701) 000-00-01");
    assertThat(bank.counts().total()).isZero();
    cashier.press(KeyCode.ENTER).sees("Шаг 3 из 3", "Новый код через").isAt("bank-code");
    assertThat(bank.counts().sms()).isOne();
    cashier.type(BankedShop.CODE).press(KeyCode.ENTER);

    cashier.sees("Подключено: ИП «Дүкен» (симулятор)", "Банк подключён");
    cashier.sees("счёт магазина подключён", "можно переходить в рабочий режим");
    cashier.press(KeyCode.F5).sees("Банк ответил: вход действует");
    assertThat(bank.counts().sms()).isOne();
    assertThat(bank.counts().signIns()).isOne();
  }

  @Test
  void aWrongCodeIsSaidPlainlyAndTypedAgainWithoutAnotherSms() {
    sitDown("УЧЕБНЫЙ РЕЖИМ");
    openBank().press(KeyCode.ENTER).isAt("bank-accept").press(KeyCode.SPACE, KeyCode.ENTER);
    askForCode().type("9999").press(KeyCode.ENTER);
    cashier.sees("Код неверный. Проверьте последнюю СМС и наберите ещё раз.", "Шаг 3 из 3");
    cashier.isAt("bank-code").press(KeyCode.F5).sees("Новый код через");
    assertThat(bank.counts().sms()).isOne();
    assertThat(bank.counts().signIns()).isZero();

    cashier.type(BankedShop.CODE).press(KeyCode.ENTER).sees("Подключено: ", "Банк подключён");
    cashier.seesNoMore("Код неверный");
    assertThat(bank.counts().sms()).isOne();
  }

  @Test
  void realMoneyLooksOtherThanTrainingAndAPaidQrTurnsTheWindowGreen() {
    shop.connectedLongAgo();
    sitDown("УЧЕБНЫЙ РЕЖИМ").type("150").press(KeyCode.ENTER).sees("Ждём сканирования", "У-1");
    Paint trainingFrame = background(".frame");
    Paint trainingWord = background(".training-word");
    cashier.press(KeyCode.ESCAPE);
    openBank().sees("Банк подключён").chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    cashier.sees("Перейти в рабочий режим?", "В этом режиме ждёт 1 счёт");
    cashier.press(KeyCode.ENTER).sees("РАБОЧИЙ РЕЖИМ · настоящие деньги", "Показать QR");
    assertThat(background(".frame")).isNotEqualTo(trainingFrame).isEqualTo(edge(".live-word"));
    assertThat(edge(".live-word")).isNotEqualTo(trainingWord);
    assertThat(cashier.words()).doesNotContain("УЧЕБНЫЙ РЕЖИМ", "150 ₸", "Покупатель");

    cashier.type("15000").press(KeyCode.ENTER).sees("Ждём сканирования", "15 000 ₸", "№ 1");
    long sale = bank.latest().id();
    bank.scan(sale);
    cashier.sees("Код открыт");
    String payer = bank.pay(sale).customer().payer();
    cashier.sees(GREEN, "15 000 ₸", payer, "РАБОЧИЙ РЕЖИМ · настоящие деньги");
    assertThat((Color) background(".paid")).matches(BankJourneyTest::isGreen);
    assertThat(bank.counts().qrs()).isOne();
  }

  @Test
  void aBillShowsItsPayersNameBeforeItIsSentAndIsPaid() {
    sellForReal().type("2500").press(KeyCode.F3).sees("+7 (___) ___-__-__");
    cashier.type(CUSTOMER).sees("+7 (701) 987-65-43", PAYER, "Отправить счёт");
    assertThat(bank.counts().bills()).isZero();
    cashier.press(KeyCode.ENTER).sees("Счёт выставлен", "+7 (701) 987-65-43");
    bank.pay(bank.latest().id());
    cashier.sees(GREEN, "2 500 ₸", PAYER);
    assertThat(bank.counts().bills()).isOne();
  }

  @Test
  void anEvictionIsSaidAndTheOpenSaleWaitsUntilTheOwnerSignsInAgain() {
    sellForReal().type("900").press(KeyCode.ENTER).sees("Ждём сканирования");
    LedgerOperation sale = bank.latest();
    bank.evict(BankedShop.CASHIER);
    cashier.sees("Нужен вход в банк", "вход на другом устройстве");
    cashier.sees("Вход в банк потерян: об оплате касса узнает только после нового входа.");
    assertThat(openSales())
        .extracting(it -> it.invoice().state().status())
        .containsExactly("pending");

    cashier.press(KeyCode.ESCAPE).sees("Банк просит войти снова. Открытые счета ждут");
    cashier.press(KeyCode.ENTER).sees("Этот кассир вошёл на другом устройстве", "Войти снова");
    cashier.sees("Открытые счета не потеряны").press(KeyCode.ENTER);
    askForCode().type(BankedShop.CODE).press(KeyCode.ENTER).sees("Подключено: ");
    cashier.seesNoMore("Нужен вход в банк");
    cashier.press(KeyCode.ESCAPE).sees("Показать QR", "Alt 1");
    bank.pay(sale.id());
    cashier.sees(GREEN, "900 ₸");
    assertThat(bank.counts().qrs()).isOne();
    assertThat(bank.counts().sms()).isOne();
  }

  @Test
  void withoutTheBankAQrSaysWhyAndABillWaitsWithItsAgeAndLeavesAfterwards() {
    sellForReal();
    bank.refuseConnections();
    cashier.type("700").press(KeyCode.ENTER);
    cashier.sees("Нет связи с банком: QR не создан", "Попробовать ещё раз");
    cashier.sees("Банк не отвечает", "открытые счета ждут");
    assertThat(openSales()).isEmpty();

    cashier.press(KeyCode.F3).type(CUSTOMER).sees("Имя банк не сообщил");
    cashier
        .press(KeyCode.ENTER)
        .sees("Ещё не отправлен", "Сети нет, покупатель счёт ещё не получил", "Забрать счёт");
    wall.pass(Duration.ofMinutes(7));
    cashier.sees("Ждёт сети 7 мин");
    assertThat(openSales()).singleElement().matches(sale -> sale.live().queued());

    bank.acceptConnections();
    cashier.sees("Счёт выставлен", "Банк подключён").seesNoMore("Банк не отвечает");
    assertThat(bank.counts().bills()).isOne();
    bank.pay(bank.latest().id());
    cashier.sees(GREEN, "700 ₸", PAYER);
    assertThat(bank.counts().bills()).isOne();
    assertThat(bank.counts().qrs()).isZero();
  }

  @Test
  void disconnectingIsAskedOnceAndLeavesNoAccount() {
    sellForReal().sees("Банк подключён");
    openBank().sees("Подключён счёт: ИП «Дүкен»").press(KeyCode.DELETE);
    cashier.sees("Отключить счёт магазина?").press(KeyCode.ESCAPE);
    cashier.seesNoMore("Отключить счёт магазина?").sees("Подключён счёт: ИП «Дүкен»");
    cashier.press(KeyCode.DELETE).sees("Отключить счёт магазина?").press(KeyCode.ENTER);
    cashier.sees("Счёт отключён.", "Банк не подключён", "Счёт магазина в банке ещё не подключён");
    cashier.seesNoMore("Банк подключён");
    cashier.press(KeyCode.ESCAPE).sees("принять настоящие деньги пока нельзя");
  }

  private Cashier sellForReal() {
    shop.connectedLongAgo().leftWithRealMoney();
    return sitDown("РАБОЧИЙ РЕЖИМ · настоящие деньги").sees("Показать QR");
  }

  private Cashier sitDown(String mode) {
    cashier = new Cashier(shop.open(), new MemoryPreferences(), shop.door(), wall);
    shop.tell(cashier::workWith);
    return cashier.sees(mode);
  }

  private Cashier openBank() {
    cashier.press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT2).sees("Режим кассы");
    return cashier.chord(KeyCode.CONTROL, KeyCode.DIGIT6).sees("Другие способы");
  }

  /** From the number's page on; answers when the code may be typed. */
  private Cashier askForCode() {
    cashier.isAt("bank-phone").type(BankedShop.CASHIER).sees("+7 (701) 000-00-01");
    return cashier.press(KeyCode.ENTER).isAt("bank-code");
  }

  private List<DeskJson.Sale> openSales() {
    try (EngineApi witness = shop.door().reach(Mode.LIVE)) {
      return witness.till().openSales();
    }
  }

  /** What lies uppermost behind the node with this style. */
  private Paint background(String style) {
    return fills(style).getLast().getFill();
  }

  /** What lies lowest there, and shows at its edge. */
  private Paint edge(String style) {
    return fills(style).getFirst().getFill();
  }

  private List<BackgroundFill> fills(String style) {
    return FxRig.get(() -> ((Region) cashier.scene().lookup(style)).getBackground().getFills());
  }

  private static boolean isGreen(Color color) {
    return color.getGreen() > 1.5 * color.getRed() && color.getGreen() > 1.5 * color.getBlue();
  }

  /** The clock on the shop's wall; it can be moved ahead. */
  private static final class WallClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void pass(Duration time) {
      ahead.updateAndGet(time::plus);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Almaty");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead.get());
    }
  }
}
