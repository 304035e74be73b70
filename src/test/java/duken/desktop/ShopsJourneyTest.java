package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.app.TestShop;
import duken.desktop.shell.EngineSwitch;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several shops in the settings of a real window against the real engine. */
class ShopsJourneyTest {

  @TempDir Path folder;

  private TestShop shop;
  private AdminApi admin;
  private EngineApi witness;
  private Cashier cashier;

  @BeforeEach
  void open() throws Exception {
    shop = new TestShop(folder).start();
    admin = shop.administer();
    witness = shop.connect(() -> "ru");
  }

  @AfterEach
  void close() {
    if (cashier != null) {
      cashier.close();
    }
    witness.close();
    admin.close();
    shop.close();
  }

  @Test
  void aSecondShopIsOpenedRenamedAndGetsAKeyForRealMoney() {
    settings(new SampleDoor(admin)).chord(KeyCode.ALT, KeyCode.DIGIT8);
    cashier.sees("Название нового магазина", "Кофейня на Абая").type("Apteka");
    cashier.press(KeyCode.ENTER).sees("Apteka").click("Apteka").press(KeyCode.F3);
    cashier.sees("Переименовать «Apteka»").chord(KeyCode.CONTROL, KeyCode.A).type("Apteka 2");
    cashier.press(KeyCode.ENTER).seesNoMore("Новое название").sees("Apteka 2");
    assertThat(admin.tenants()).extracting(AdminJson.Tenant::name).contains("Apteka 2");

    cashier.press(KeyCode.F5).sees("Ключей ещё нет").chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    cashier.type("site").press(KeyCode.ENTER).sees("kpa_live_");
    assertThat(admin.keys())
        .filteredOn(key -> key.tenant().equals("Apteka 2"))
        .singleElement()
        .matches(key -> key.mode().equals("live") && key.role().equals("api"));
    cashier.press(KeyCode.ESCAPE).sees("Название нового магазина");
    cashier.press(KeyCode.F5).seesNoMore("больше он не покажется");
  }

  @Test
  void theTillOfASuspendedShopSaysSoAndGoesOnAfterwards() {
    settings(new SampleDoor(admin)).chord(KeyCode.ALT, KeyCode.DIGIT8);
    cashier.click("Кофейня на Абая").press(KeyCode.F4);
    cashier.sees("Эта касса работает с этим магазином").press(KeyCode.ENTER);
    cashier.sees("Приостановлен", "Программа оплаты не пускает эту кассу");
    assertThatThrownBy(witness::state)
        .isInstanceOfSatisfying(
            EngineProblem.class, no -> assertThat(no.httpStatus()).isEqualTo(403));

    cashier.press(KeyCode.F4).sees("Возобновить «Кофейня на Абая»?").press(KeyCode.ENTER);
    cashier.seesNoMore("Программа оплаты не пускает эту кассу");
    assertThat(witness.state().shop()).isEqualTo("Кофейня на Абая");
  }

  @Test
  void aWindowOfAnEngineElsewhereIsNotOfferedTheShops() {
    settings(EngineSwitch.SHUT).sees("О программе");
    assertThat(cashier.words()).doesNotContain("Все магазины");
    cashier.chord(KeyCode.ALT, KeyCode.DIGIT8).sees("Название магазина");
    assertThat(cashier.words()).noneMatch(word -> word.contains("нового магазина"));
  }

  private Cashier settings(EngineSwitch engineSwitch) {
    cashier = new Cashier(shop.connect(() -> "ru"), new MemoryPreferences(), engineSwitch);
    return cashier.sees("УЧЕБНЫЙ РЕЖИМ").press(KeyCode.F9);
  }
}
