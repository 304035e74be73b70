package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.NewInvoiceJson;
import duken.app.TestShop;
import duken.desktop.text.Language;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sales in a real window against the real engine, over HTTP, with keys and clicks. */
class WholeSalesTest {

  @TempDir Path folder;

  private TestShop shop;
  private EngineApi witness;
  private Cashier cashier;

  @BeforeAll
  static void draw() {
    FxRig.start();
  }

  @BeforeEach
  void open() throws Exception {
    shop = new TestShop(folder).start();
    witness = shop.connect(() -> "ru");
    sitDown();
  }

  @AfterEach
  void close() {
    cashier.close();
    witness.close();
    shop.close();
  }

  @Test
  void aQrIsScannedAndPaidAndTheNextDigitBeginsTheNextSale() {
    cashier.type("15000").press(KeyCode.ENTER).sees("Ждём сканирования", "15 000 ₸", "Осталось");
    customer(KeyCode.DIGIT1);
    cashier.sees("Код открыт");
    customer(KeyCode.DIGIT2);
    cashier.sees("Подтверждает");
    customer(KeyCode.DIGIT3);
    cashier.sees("Или просто наберите следующую сумму", "15 000 ₸");
    assertThat(newest().invoice().state().status()).isEqualTo("paid");
    cashier.type("7").seesNoMore("Или просто наберите следующую сумму");
    cashier.type("50").sees("750", "Показать QR");
    assertThat(witness.till().unannounced()).isEmpty();
  }

  @Test
  void aPaymentStandsInTodaysListAtOnce() {
    cashier.type("2500,50").press(KeyCode.ENTER).sees("Ждём сканирования");
    customer(KeyCode.DIGIT3);
    cashier.sees("Или просто наберите").press(KeyCode.ENTER);
    cashier.sees("Сегодня", "2 500,50 ₸", "Оплачено");
  }

  @Test
  void aBillGoesToAPhoneWithItsOwnersNameSeenFirst() {
    cashier.type("2500").press(KeyCode.F3).sees("+7 (___) ___-__-__");
    cashier.type("87012345678").sees("+7 (701) 234-56-78", "Отправить счёт");
    cashier.press(KeyCode.ENTER).sees("Счёт выставлен", "+7 (701) 234-56-78");
    customer(KeyCode.DIGIT3);
    cashier.sees("Или просто наберите");
    DeskJson.Sale sale = newest();
    assertThat(sale.invoice().state().status()).isEqualTo("paid");
    assertThat(sale.invoice().customer().phoneNumber()).isEqualTo("87012345678");
  }

  @Test
  void aCustomerWhoDeclinesLeavesTheSumToAskForAgain() {
    cashier.type("300").press(KeyCode.ENTER).sees("Ждём сканирования");
    customer(KeyCode.DIGIT4);
    cashier.sees("Отказ покупателя", "Та же сумма ещё раз").press(KeyCode.ENTER);
    cashier.sees("Показать QR", "300").press(KeyCode.ENTER).sees("Ждём сканирования");
  }

  @Test
  void aQrWhoseTimeIsOverIsGone() {
    cashier.type("300").press(KeyCode.ENTER).sees("Ждём сканирования");
    witness.sales().train(newest().invoice().id(), "expire");
    cashier.sees("Время вышло", "Та же сумма ещё раз");
  }

  @Test
  void aCancelWantsTwoPresses() {
    cashier.type("300").press(KeyCode.ENTER).sees("Ждём сканирования");
    cashier.press(KeyCode.DELETE).sees("Отменить этот счёт?");
    cashier.press(KeyCode.ESCAPE).seesNoMore("Отменить этот счёт?");
    assertThat(newest().invoice().state().status()).isEqualTo("pending");
    cashier.press(KeyCode.DELETE, KeyCode.DELETE).sees("Отменено");
    assertThat(newest().invoice().state().status()).isEqualTo("cancelled");
  }

  @Test
  void aSaleSetAsideComesBackByItsKeyAndItsPaymentDoesNotStealTheNext() {
    cashier.type("8000").press(KeyCode.ENTER).sees("Ждём сканирования");
    long parked = newest().invoice().id();
    cashier.press(KeyCode.ESCAPE).sees("Показать QR", "Alt 1");
    cashier.type("42").chord(KeyCode.ALT, KeyCode.DIGIT1).sees("Отменить счёт");
    cashier.press(KeyCode.ESCAPE).sees("Показать QR", "42");
    witness.sales().train(parked, "pay");
    cashier.sees("Оплачено 8 000 ₸", "42", "Показать QR");
    assertThat(cashier.words()).doesNotContain("Или просто наберите следующую сумму");
  }

  @Test
  void fingersAreEnough() {
    cashier.click("7").click("000").click("Показать QR").sees("Ждём сканирования", "7 000 ₸");
    cashier.click("Оплатить").sees("Или просто наберите").click("Новая продажа");
    cashier.sees("Показать QR");
  }

  @Test
  void theLanguageChangesInTheMiddleOfASale() {
    cashier.type("15000").press(KeyCode.ENTER).sees("УЧЕБНЫЙ РЕЖИМ", "Ждём сканирования", "У-1");
    cashier.press(KeyCode.F6).sees("ОҚУ РЕЖИМІ", "Сканерлеуді күтуде", "15 000 ₸");
    cashier.press(KeyCode.F6).sees("TRAINING", "Waiting for scan", "Customer's phone", "T-1");
    assertThat(cashier.preferences.language()).isEqualTo(Language.EN);
    cashier.press(KeyCode.F6).sees("УЧЕБНЫЙ РЕЖИМ");
    cashier.press(KeyCode.ESCAPE).sees("Показать QR", "Сегодня", "У-1");
    cashier.press(KeyCode.F6).press(KeyCode.F6).sees("Show QR", "Today", "T-1");
  }

  @Test
  void anEngineThatGoesAwayComesBackByItself() {
    cashier.type("15000").press(KeyCode.ENTER).sees("Ждём сканирования");
    long id = newest().invoice().id();
    cashier.press(KeyCode.ESCAPE);
    shop.stop();
    cashier.sees("Нет связи с программой оплаты");
    cashier.type("300").press(KeyCode.ENTER).sees("второй счёт не появится");
    shop.start();
    cashier.seesNoMore("Нет связи с программой оплаты");
    cashier.press(KeyCode.ENTER).sees("Ждём сканирования", "300 ₸");
    witness.sales().train(id, "pay");
    cashier.sees("Оплачено 15 000 ₸");
  }

  @Test
  void aNewWindowBringsBackWhatIsOpenAndTellsWhatWasPaidOnce() {
    cashier.type("8000").press(KeyCode.ENTER).sees("Ждём сканирования");
    cashier.press(KeyCode.ESCAPE).type("600").press(KeyCode.ENTER).sees("600 ₸");
    long paid = newest().invoice().id();
    cashier.close();
    witness.sales().train(paid, "pay");
    sitDown();
    cashier.sees("Или просто наберите", "600 ₸").press(KeyCode.ENTER);
    cashier.sees("8 000 ₸", "Ждём сканирования", "Alt 1", "19:");
    cashier.close();
    sitDown();
    cashier.sees("8 000 ₸", "Alt 1");
    assertThat(cashier.words()).doesNotContain("Или просто наберите следующую сумму");
  }

  @Test
  void aPaymentThatComesTooLateIsShownToTheCashier() {
    cashier.type("900").press(KeyCode.ENTER).sees("Ждём сканирования");
    customer(KeyCode.DIGIT6);
    cashier.sees("Время вышло", "1 платёж требует внимания");
  }

  @Test
  void aSilentBankIsSaidCalmly() {
    cashier.type("900").press(KeyCode.ENTER).sees("Ждём сканирования");
    customer(KeyCode.DIGIT7);
    cashier.sees("Банк отвечает", "Учебный банк не отвечает");
    customer(KeyCode.DIGIT7);
    cashier.sees("Банк молчит", "Учебный банк на связи");
  }

  @Test
  void aSaleOfTheShopsOwnProgramOnlyStandsInTheList() {
    witness.till().createQr(new NewInvoiceJson("77", null, null, null), "own-key-1");
    cashier.sees("77 ₸");
  }

  private void sitDown() {
    cashier = new Cashier(shop.connect(() -> "ru"));
    cashier.sees("УЧЕБНЫЙ РЕЖИМ");
  }

  /** A key of the customer's phone. */
  private void customer(KeyCode digit) {
    cashier.chord(KeyCode.CONTROL, digit);
  }

  private DeskJson.Sale newest() {
    return witness
        .sales()
        .list(new duken.api.SalesFilter(java.util.List.of(), null, null, null, 1, 0))
        .sales()
        .getFirst();
  }
}
