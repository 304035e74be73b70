package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.app.BankedShop;
import duken.simulator.marketplace.MarketplaceSimulator;
import duken.simulator.marketplace.ShopOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders of a Kaspi shop in a real window, with the mouse, the real engine and a strict shop at the
 * other end.
 */
class OrdersJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @TempDir Path folder;

  private BankedShop shop;
  private MarketplaceSimulator kaspi;
  private Cashier cashier;

  @BeforeEach
  void build() throws Exception {
    kaspi = MarketplaceSimulator.start(0, Clock.systemUTC());
    shop = new BankedShop(folder).connectedLongAgo().leftWithRealMoney();
  }

  @AfterEach
  void close() {
    if (cashier != null) {
      cashier.close();
    }
    shop.close();
    kaspi.close();
  }

  @Test
  void anOwnerPastesTheTokenAndAnOrderGoesThroughItsLifeByTheMouse() {
    ShopOrder order = kaspi.order(false, false);
    ShopOrder parcel = kaspi.order(true, false);
    cashier = new Cashier(shop.open(), new MemoryPreferences(), shop.door());
    shop.tell(cashier::workWith);
    cashier.sees("РАБОЧИЙ РЕЖИМ").press(KeyCode.F11).sees("Магазин на Kaspi не подключён");
    cashier.click("Подключение").sees("Токен API").isAt("orders-token");
    paste(" " + MarketplaceSimulator.TOKEN + "\r\n");
    cashier.clickAt("orders-address").type(kaspi.url().toString());
    cashier.click("Подключить").sees("Подключено: Kaspi показал заказы").click("Назад");
    cashier.click("Обновить").sees("Ждёт принятия").click(order.code());

    cashier.sees("Заказ " + order.code()).click("Принять").sees("Принять заказ " + order.code());
    cashier.clickAt("question-yes").sees("Заказ " + order.code() + " принят: Kaspi подтвердил");
    cashier.click("Отправить код").sees("Отправить код покупателю");
    cashier.clickAt("question-yes").sees("Введите код").isAt("orders-code").type("0000");
    cashier.clickAt("orders-sure").sees("Kaspi не принял код. Заказ не выдан");
    cashier.click("Выдать по коду").isAt("orders-code");
    cashier.type(kaspi.securityCode(order.code()).orElseThrow()).clickAt("orders-sure");
    cashier.sees("Заказ " + order.code() + " выдан: Kaspi подтвердил");
    assertThat(kaspi.get(order.code()).status()).isEqualTo("COMPLETED");

    cashier.click(parcel.code()).sees("Заказ " + parcel.code()).click("Отменить");
    cashier.click("Не дозвониться до покупателя").clickAt("orders-sure");
    cashier.sees("Заказ " + parcel.code() + " отменён: Kaspi подтвердил");
    assertThat(kaspi.get(parcel.code()).status()).isEqualTo("CANCELLED");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(kaspi.calls().stream().filter(it -> it.startsWith("POST"))).hasSize(5));
  }

  private void paste(String text) {
    FxRig.run(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text)));
    cashier.chord(KeyCode.CONTROL, KeyCode.V);
  }
}
