package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.EngineApi;
import duken.app.BankedShop;
import duken.simulator.smartpos.TerminalSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Smart POS terminal in a real window, by keys alone, with the real engine and a strict terminal.
 */
class TerminalJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String GREEN = "Или просто наберите следующую сумму";

  @TempDir Path folder;

  private BankedShop shop;
  private TerminalSimulator terminal;
  private Cashier cashier;

  @BeforeAll
  static void draw() {
    FxRig.start();
  }

  @BeforeEach
  void build() throws Exception {
    shop = new BankedShop(folder);
    terminal = TerminalSimulator.start(0, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    if (cashier != null) {
      cashier.close();
    }
    shop.close();
    terminal.close();
    assertThat(terminal.complaints()).isEmpty();
  }

  @Test
  void anOwnerPairsATerminalSellsAtItAndTakesItsRenewedCertificate() {
    cashier = new Cashier(shop.open(), new MemoryPreferences(), shop.door());
    shop.tell(cashier::workWith);
    cashier.sees("УЧЕБНЫЙ РЕЖИМ").press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT2);
    cashier.sees("Какой способ подходит вашему магазину?", "Неофициальный: может перестать");
    cashier.chord(KeyCode.CONTROL, KeyCode.DIGIT3).sees("Подключить терминал");

    cashier.press(KeyCode.ENTER).sees("Шаг 1 из 3").isAt("terminal-address");
    cashier.type("8.8.8.8").press(KeyCode.ENTER).sees("Это не адрес локальной сети");
    for (int i = 0; i < "8.8.8.8".length(); i++) {
      cashier.press(KeyCode.BACK_SPACE);
    }
    cashier.type(terminal.address()).press(KeyCode.ENTER);
    cashier.sees("Шаг 2 из 3", "Нажмите на нём «Разрешить»", "Сертификат неизвестного издателя");
    assertThat(String.join(" ", cashier.words()).replace("\n", ":"))
        .contains(terminal.fingerprint());
    await().atMost(PATIENCE).until(() -> !terminal.asking().isEmpty());
    terminal.press("allow");
    cashier.sees("Шаг 3 из 3", "отвечает. Эта касса продаёт через него.");
    cashier.press(KeyCode.ENTER).sees("эта касса", "Подключён", "можно переходить в рабочий режим");

    cashier.chord(KeyCode.CONTROL, KeyCode.DIGIT2).sees("Перейти в рабочий режим?");
    cashier.press(KeyCode.ENTER).sees("РАБОЧИЙ РЕЖИМ", "На терминал");
    cashier.type("2500").press(KeyCode.ENTER).sees("Передайте терминал покупателю");
    await().atMost(PATIENCE).until(() -> terminal.act("card"));
    cashier.sees(GREEN, "2 500 ₸");
    assertThat(terminal.operations()).hasSize(1);

    terminal.certificate(true);
    cashier.press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT2).sees("Проверить");
    cashier.press(KeyCode.F5).sees("Показывает другой сертификат");
    cashier.press(KeyCode.F12).sees("обновлённым сертификатом?");
    assertThat(String.join(" ", cashier.words()).replace("\n", ":"))
        .contains(terminal.fingerprint());
    cashier.press(KeyCode.ENTER).sees("Новый сертификат принят");
    cashier.seesNoMore("Показывает другой сертификат");

    cashier.press(KeyCode.DELETE).sees("Отключить терминал кассы");
    cashier.press(KeyCode.ENTER).sees("Запретите имя кассы и на терминале", "Подключить терминал");
  }

  @Test
  void eachOfTwoDesksSellsAtTheTerminalItRemembers() throws Exception {
    terminal.set("pairing", "allow");
    try (TerminalSimulator second = TerminalSimulator.start(0, Clock.systemUTC())) {
      second.set("pairing", "allow");
      second.set("terminal", "30000002");
      second.set("serial", "SN-0002");
      EngineApi engine = shop.paired(terminal.address(), second.address()).open();
      MemoryPreferences left = new MemoryPreferences();
      cashier = new Cashier(engine, left, shop.door());
      cashier.sees("РАБОЧИЙ РЕЖИМ").press(KeyCode.F9).chord(KeyCode.ALT, KeyCode.DIGIT2);
      cashier.sees("30000001", "30000002").isAt("terminal-list");
      cashier.press(KeyCode.DOWN, KeyCode.ENTER).sees("Эта касса теперь продаёт через");
      cashier.close();

      cashier = new Cashier(engine, new MemoryPreferences(), shop.door());
      sellsAt(terminal, "1100");
      assertThat(second.operations()).isEmpty();
      cashier.close();

      cashier = new Cashier(engine, left, shop.door());
      sellsAt(second, "2200");
      assertThat(terminal.operations()).hasSize(1);
      assertThat(second.complaints()).isEmpty();
    }
  }

  private void sellsAt(TerminalSimulator where, String sum) {
    cashier.sees("РАБОЧИЙ РЕЖИМ", "На терминал").type(sum).press(KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> where.act("card"));
    cashier.sees(GREEN);
    assertThat(where.operations())
        .singleElement()
        .matches(one -> one.amount() == Long.parseLong(sum));
  }

  @Test
  void aLostStartIsAnsweredByTheOwnerWithAReasonAndNeverRepeated() {
    terminal.set("pairing", "allow");
    cashier =
        new Cashier(shop.paired(terminal.address()).open(), new MemoryPreferences(), shop.door());
    shop.tell(cashier::workWith);
    cashier.sees("РАБОЧИЙ РЕЖИМ", "На терминал");
    terminal.fault("payment", "cut-after");
    cashier.type("3500").press(KeyCode.ENTER).sees("Терминал не ответил", "Alt 1");
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT1).sees("На терминале пусто", "Оплата прошла");
    cashier.press(KeyCode.F5).sees("Записать оплату вручную?").press(KeyCode.ENTER);
    cashier.sees("Записать оплату вручную?").isAt("payment-look-reason");
    cashier.type("slip 500000017").press(KeyCode.ENTER).sees(GREEN, "3 500 ₸");
    assertThat(terminal.calls()).containsEntry("payment", 1);
  }
}
