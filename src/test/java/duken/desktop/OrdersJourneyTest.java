package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.app.BankedShop;
import duken.simulator.marketplace.MarketplaceSimulator;
import duken.simulator.marketplace.MarketplaceSimulator.Fault;
import duken.simulator.marketplace.ShopOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void packedArrivedAndReturnedAreToldRefusedLostAndConfirmed() {
    List<ShopOrder> parcels = twice("ACCEPTED_BY_MERCHANT", true, false);
    List<ShopOrder> awaited = twice("ACCEPTED_BY_MERCHANT", false, true);
    List<ShopOrder> returns = twice("KASPI_DELIVERY_RETURN_REQUESTED", true, false);
    cashier = new Cashier(shop.open(), new MemoryPreferences(), shop.door());
    shop.tell(cashier::workWith);
    cashier.sees("РАБОЧИЙ РЕЖИМ").press(KeyCode.F11).sees("Магазин на Kaspi не подключён");
    cashier.click("Подключение").isAt("orders-token");
    paste(MarketplaceSimulator.TOKEN);
    cashier.clickAt("orders-address").type(kaspi.url().toString());
    cashier.click("Подключить").sees("Подключено: Kaspi показал заказы").click("Назад");
    cashier.click("Обновить").sees(parcels.getFirst().code());

    goesThrough(parcels, "orders-assemble", "orders-sure", "собран: Kaspi подтвердил");
    goesThrough(awaited, "orders-arrived", "question-yes", "поступил: Kaspi подтвердил");
    goesThrough(returns, "orders-returned", "question-yes", "принят: Kaspi подтвердил");

    assertThat(kaspi.get(parcels.getFirst().code()).status()).isEqualTo("ASSEMBLE");
    assertThat(kaspi.get(awaited.getFirst().code()).status()).isEqualTo("ARRIVED");
    assertThat(kaspi.get(returns.getFirst().code()).status()).isEqualTo("ARRIVED_BACKWARD");
    assertThat(kaspi.calls().stream().filter(it -> it.startsWith("POST"))).hasSize(9);
  }

  private List<ShopOrder> twice(String status, boolean kaspiDelivery, boolean preOrder) {
    String state = kaspiDelivery ? "KASPI_DELIVERY" : "PICKUP";
    Instant at = Instant.now().minusSeconds(3600);
    return Stream.generate(() -> kaspi.add(state, status, at, kaspiDelivery, preOrder))
        .limit(2)
        .toList();
  }

  /** The first is refused and then confirmed; of the second nobody knows. */
  private void goesThrough(List<ShopOrder> two, String action, String sure, String confirmed) {
    ShopOrder first = two.getFirst();
    cashier.click(first.code()).sees("Заказ " + first.code());
    kaspi.fault(new Fault("POST", false, 400));
    cashier.clickAt(action).clickAt(sure).sees("Kaspi отказал. Ничего не изменилось");
    cashier.clickAt(action).clickAt(sure).sees(confirmed);
    ShopOrder second = two.getLast();
    cashier.click(second.code()).sees("Заказ " + second.code());
    kaspi.fault(new Fault("POST", false, 500));
    cashier.clickAt(action).clickAt(sure).sees("действие с заказом " + second.code());
  }

  private void paste(String text) {
    FxRig.run(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text)));
    cashier.chord(KeyCode.CONTROL, KeyCode.V);
  }
}
