package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.NewInvoiceJson;
import duken.api.RefundJson;
import duken.api.ShiftJson;
import duken.app.TestShop;
import duken.webhook.ReceivingShop;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History, refunds, anomalies and settings in a real window against the real engine. */
class RecordsJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private TestShop shop;
  private EngineApi witness;
  private Cashier cashier;

  @BeforeEach
  void open() throws Exception {
    shop = new TestShop(folder).start();
    witness = shop.connect(() -> "ru");
  }

  @AfterEach
  void close() {
    if (cashier != null) {
      cashier.close();
    }
    witness.close();
    shop.close();
  }

  @Test
  void theWholeSumIsRefundedByKeysAlone() {
    long id = paid("15000.00", null, null);
    sitDown().press(KeyCode.F2).sees("Оплачено", "15 000 ₸").press(KeyCode.ENTER);
    cashier.sees("Счёт У-" + id, "Что происходило", "Счёт создан на кассе");
    cashier.press(KeyCode.F4).sees("Возврат по счёту У-" + id, "Будет возвращено всё");
    cashier.press(KeyCode.ENTER).sees("Напишите причину");
    cashier
        .chord(KeyCode.ALT, KeyCode.DIGIT2)
        .press(KeyCode.ENTER)
        .sees("Вернуть покупателю 15 000 ₸?");
    assertThat(status(id)).isEqualTo("paid");
    cashier.press(KeyCode.ENTER).sees("Возвращено 15 000 ₸");
    cashier.press(KeyCode.ENTER).seesNoMore("Возврат по счёту").sees("Банк вернул 15 000 ₸");
    assertThat(status(id)).isEqualTo("refunded");
    assertThat(cashier.words()).doesNotContain("Вернуть деньги");
    cashier.press(KeyCode.ESCAPE).sees("Продаж").press(KeyCode.ESCAPE).sees("Показать QR");
  }

  @Test
  void twoPartsAreRefundedWithTheirReasonsAndTheRestIsSaid() {
    long id = paid("10000.00", null, null);
    sitDown().press(KeyCode.F2).sees("10 000 ₸").press(KeyCode.ENTER).sees("Вернуть деньги");
    cashier.press(KeyCode.F4).sees("Сколько вернуть").type("2500,50");
    cashier.sees("После возврата останется 7 499,50 ₸").chord(KeyCode.ALT, KeyCode.DIGIT1);
    cashier.press(KeyCode.ENTER).sees("Вернуть покупателю 2 500,50 ₸?", "Причина: Брак");
    cashier.press(KeyCode.ENTER).sees("Возвращено 2 500,50 ₸").press(KeyCode.ENTER);
    cashier.sees("Можно вернуть", "7 499,50 ₸", "Брак");
    cashier.press(KeyCode.F4).sees("Уже возвращено").type("99999");
    cashier.sees("Больше 7 499,50 ₸ вернуть нельзя").press(KeyCode.ENTER);
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT0).sees("Будет возвращено всё");
    cashier
        .chord(KeyCode.ALT, KeyCode.DIGIT2)
        .press(KeyCode.ENTER)
        .sees("Вернуть покупателю 7 499,50 ₸?");
    cashier.press(KeyCode.ENTER).sees("Возвращено 7 499,50 ₸").press(KeyCode.ENTER);
    assertThat(witness.sales().get(id).refunds())
        .extracting(RefundJson::amount)
        .containsExactly("2500.50", "7499.50");
    assertThat(status(id)).isEqualTo("refunded");
  }

  @Test
  void aRefusedRefundLeavesTheMoneyAndSaysSo() {
    long id = paid("900.00", null, null);
    witness.sales().train(id, "refuse_next_refund");
    sitDown().press(KeyCode.F2).sees("900 ₸").press(KeyCode.ENTER).sees("Вернуть деньги");
    cashier
        .press(KeyCode.F4)
        .sees("Сколько вернуть")
        .chord(KeyCode.ALT, KeyCode.DIGIT1)
        .press(KeyCode.ENTER)
        .sees("Вернуть 900 ₸");
    cashier.press(KeyCode.ENTER).sees("Возврат не сделан", "Деньги остались у вас");
    assertThat(status(id)).isEqualTo("paid");
    cashier.press(KeyCode.ESCAPE).sees("Сколько вернуть").press(KeyCode.ENTER, KeyCode.ENTER);
    cashier.sees("Возвращено 900 ₸");
    assertThat(status(id)).isEqualTo("refunded");
  }

  @Test
  void aRefundWhoseAnswerIsLostIsSetAsideAndTurnsOutWell() {
    long id = paid("900.00", null, null);
    witness.sales().train(id, "lose_next_answer");
    sitDown().press(KeyCode.F2).sees("900 ₸").press(KeyCode.ENTER).sees("Вернуть деньги");
    cashier
        .press(KeyCode.F4)
        .sees("Сколько вернуть")
        .chord(KeyCode.ALT, KeyCode.DIGIT1)
        .press(KeyCode.ENTER)
        .sees("Вернуть 900 ₸");
    cashier.press(KeyCode.ENTER).sees("Банк работает над возвратом 900 ₸");
    cashier.press(KeyCode.ENTER).seesNoMore("Банк работает");
    await().atMost(Duration.ofSeconds(90)).until(() -> status(id).equals("refunded"));
    cashier.sees("Банк вернул 900 ₸");
    assertThat(witness.sales().get(id).refunds()).hasSize(1);
  }

  @Test
  void anEngineThatDiesDuringARefundLeavesItUnknownUntilItIsAskedAgain() {
    long id = paid("900.00", null, null);
    sitDown().press(KeyCode.F2).sees("900 ₸").press(KeyCode.ENTER).sees("Вернуть деньги");
    cashier
        .press(KeyCode.F4)
        .sees("Сколько вернуть")
        .chord(KeyCode.ALT, KeyCode.DIGIT1)
        .press(KeyCode.ENTER)
        .sees("Вернуть 900 ₸");
    shop.stop();
    cashier.press(KeyCode.ENTER).sees("Пока неизвестно, вернулись ли деньги");
    shop.start();
    cashier.press(KeyCode.ENTER).sees("Возвращено 900 ₸");
    assertThat(witness.sales().get(id).refunds()).hasSize(1);
  }

  @Test
  void aSaleIsFoundBySumByPhoneAndByOrder() {
    paid("1111.00", null, "A-7");
    paid("2222.00", "87011234567", null);
    paid("3333.00", null, "B-8");
    sitDown().press(KeyCode.F2).sees("1 111 ₸", "2 222 ₸", "3 333 ₸", "6 666 ₸");
    search("4567").sees("2 222 ₸").seesNoMore("1 111 ₸").seesNoMore("3 333 ₸");
    search("1111").sees("1 111 ₸").seesNoMore("2 222 ₸");
    search("B-8").sees("3 333 ₸").seesNoMore("1 111 ₸");
    search("нет такого").sees("Ничего не нашлось", "Искать за год");
    cashier.press(KeyCode.ESCAPE).sees("1 111 ₸", "2 222 ₸", "3 333 ₸");
  }

  @Test
  void theListScrollsThroughEverything() {
    sale("1.00", null, "the-very-first");
    for (int i = 2; i <= 120; i++) {
      witness.till().createQr(new NewInvoiceJson(i + ".00", null, null, null), "scroll-key-" + i);
    }
    sitDown().press(KeyCode.F2).sees("120 ₸");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              cashier.press(KeyCode.END);
              return cashier.words().contains("У-1 · Заказ the-very-first")
                  || cashier.words().contains("Заказ the-very-first");
            });
  }

  @Test
  void moneyThatCameTooLateIsKeptAsASale() {
    long id = sale("900.00", null, "A-7");
    witness.sales().train(id, "pay_late");
    await().atMost(PATIENCE).until(() -> !witness.anomalies().list().isEmpty());
    sitDown().press(KeyCode.F8).sees("Оплачено после окончания счёта", "900 ₸");
    cashier.press(KeyCode.ENTER).sees("Счёт У-" + id, "Деньги пришли после окончания счёта");
    cashier.press(KeyCode.ESCAPE).sees("Платежи требуют внимания");
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT1).sees("Оставить 900 ₸ как продажу?");
    cashier.press(KeyCode.ENTER).sees("Всё в порядке");
    assertThat(newest().invoice().outcome().settlesInvoiceId()).isEqualTo(id);
    assertThat(newest().invoice().state().status()).isEqualTo("paid");
  }

  @Test
  void moneyThatCameTooLateIsReturned() {
    long id = sale("900.00", null, null);
    witness.sales().train(id, "pay_late");
    await().atMost(PATIENCE).until(() -> !witness.anomalies().list().isEmpty());
    sitDown().press(KeyCode.F8).sees("Оплачено после окончания счёта");
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT2).sees("Вернуть покупателю 900 ₸?");
    cashier.press(KeyCode.ENTER).sees("Всё в порядке", "Деньги возвращены");
  }

  @Test
  void aKeyIsMadeShownOnceAndRevoked() {
    sitDown().press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT6).sees("Для чего этот ключ");
    cashier.type("site").press(KeyCode.ENTER).sees("kpa_test_", "больше он не покажется");
    assertThat(witness.keys().list()).anyMatch(key -> key.name().equals("site"));
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT1).chord(KeyCode.ALT, KeyCode.DIGIT6);
    cashier.sees("site").seesNoMore("больше он не покажется");
    cashier.click("site").press(KeyCode.F4).sees("Отозвать ключ «site»?");
    cashier.press(KeyCode.ENTER).sees("Отозван");
    assertThat(witness.keys().list())
        .filteredOn(key -> key.name().equals("site"))
        .allMatch(key -> key.revokedAt() != null);
  }

  @Test
  void theShopsProgramIsToldTestedAndToldAgain() throws Exception {
    int port = freePort();
    sitDown().press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT4).sees("Адрес вашей программы");
    cashier.type("http://127.0.0.1:" + port + "/hook").press(KeyCode.ENTER).sees("whsec_");
    String secret =
        cashier.words().stream().filter(w -> w.startsWith("whsec_")).findFirst().orElseThrow();
    cashier.press(KeyCode.F5).sees("Программа не ответила");
    try (ReceivingShop program = ReceivingShop.open(secret, Clock.systemUTC(), port, null)) {
      program.answerWith(_ -> 500);
      cashier.press(KeyCode.F5).sees("Программа ответила ошибкой 500");
      long id = paid("900.00", null, null);
      cashier.chord(KeyCode.ALT, KeyCode.DIGIT5).sees("Счёт, id " + id, "Повторим", "ответ 500");
      program.answerWith(_ -> 200);
      cashier.click("Счёт, id " + id).press(KeyCode.F3).sees("Доставлено");
      assertThat(program.events()).anyMatch(e -> e.invoiceId() == id && e.status().equals("paid"));
      assertThat(program.refusals()).isEmpty();
      cashier.chord(KeyCode.ALT, KeyCode.DIGIT4).sees("Секрет задан").press(KeyCode.F5);
      cashier.sees("Программа ответила: всё в порядке");
      cashier.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
      await().atMost(PATIENCE).until(() -> !witness.webhook().config().enabled());
    }
  }

  @Test
  void aShiftIsOpenedAndClosedWithAnOpenInvoiceByKeysAlone() {
    sitDown().chord(KeyCode.CONTROL, KeyCode.F2).sees("Смен ещё не было").press(KeyCode.ENTER);
    cashier.sees("Смена № 1 открыта", "ещё открыта, отчёт промежуточный");
    paid("2500.50", null, null);
    cashier.sees("2 500,50 ₸");
    sale("700.00", null, null);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              cashier.press(KeyCode.ESCAPE).chord(KeyCode.CONTROL, KeyCode.F2).sees("Смены");
              cashier.press(KeyCode.F4).sees("Закрыть смену № 1");
              return cashier.words().stream().anyMatch(it -> it.contains("Открытых счетов: 1."));
            });
    assertThat(witness.shifts().current().shift().isOpen()).isTrue();
    cashier.press(KeyCode.ENTER).sees("Смена № 1 закрыта. Продано на 2 500,50 ₸");
    ShiftJson.Report closed = witness.shifts().current().shift();
    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.whole().salesSum()).isEqualTo("2500.50");
    assertThat(closed.openInvoices()).isEqualTo(1);
    cashier.press(KeyCode.F12).sees("Смена № 1 для владельца", "Продано на: 2 500,50 ₸");
  }

  @Test
  void theShopIsRenamed() {
    sitDown().press(KeyCode.F9).sees("Название магазина");
    cashier.chord(KeyCode.CONTROL, KeyCode.A).type("Kofe").press(KeyCode.ENTER).sees("Сохранено");
    assertThat(witness.state().shop()).isEqualTo("Kofe");
    cashier.press(KeyCode.F1).sees("Kofe");
  }

  private Cashier sitDown() {
    cashier = new Cashier(shop.connect(() -> "ru"));
    return cashier.sees("УЧЕБНЫЙ РЕЖИМ");
  }

  private Cashier search(String words) {
    cashier.chord(KeyCode.CONTROL, KeyCode.F).press(KeyCode.DELETE).type(words);
    return cashier;
  }

  private long sale(String sum, String phone, String order) {
    NewInvoiceJson wanted = new NewInvoiceJson(sum, phone, null, order);
    String key = "journey-key-" + sum;
    return phone == null
        ? witness.till().createQr(wanted, key).id()
        : witness.till().createBill(wanted, key).id();
  }

  /** A sale that was paid and celebrated. */
  private long paid(String sum, String phone, String order) {
    long id = sale(sum, phone, order);
    witness.sales().train(id, "pay");
    await().atMost(PATIENCE).until(() -> status(id).equals("paid"));
    witness.till().markAnnounced(id);
    return id;
  }

  private String status(long id) {
    return witness.sales().get(id).sale().invoice().state().status();
  }

  private DeskJson.Sale newest() {
    return witness
        .sales()
        .list(new duken.api.SalesFilter(List.of(), null, null, null, 1, 0))
        .sales()
        .getFirst();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
