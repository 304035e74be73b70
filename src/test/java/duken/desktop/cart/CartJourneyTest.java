package duken.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.InvoiceJson;
import duken.api.SalesFilter;
import duken.api.cash.CashJson;
import duken.api.goods.GoodsJson;
import duken.app.TestShop;
import duken.desktop.CashScreensTest;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.customer.CustomerShow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods are sold by scanner, keys and mouse in a whole window over the real engine. */
class CartJourneyTest {

  private static final String MILK = "4870001234564";
  private static final String BREAD = "4870000000013";
  private static final String TEA = "4870000000020";
  private static final String KEFIR = "4870000000037";

  @TempDir private static Path folder;

  private static TestShop shop;
  private static EngineApi witness;

  @BeforeAll
  static void open() throws Exception {
    shop = new TestShop(folder).start();
    witness = shop.connect(() -> "ru");
    HttpRequest add =
        HttpRequest.newBuilder(URI.create(witness.state().engine().publicUrl() + "/api/v1/catalog"))
            .header("X-API-Key", witness.keys().create("1C").key())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"items": [
                      {"name": "Молоко", "selling_price": 500, "unit_id": 1, "barcode": "%s"},
                      {"name": "Хлеб", "selling_price": 180.50, "unit_id": 1, "barcode": "%s"},
                      {"name": "Чай", "selling_price": 1200, "unit_id": 8, "barcode": "%s"},
                      {"name": "Яблоки", "selling_price": 990, "unit_id": 2, "barcode": "00123"}]}\
                    """
                        .formatted(MILK, BREAD, TEA)))
            .build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      assertThat(program.send(add, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(202);
    }
    witness.goods().changeScales(new GoodsJson.Scales(List.of("21"), 5, "grams"));
  }

  @AfterAll
  static void close() {
    witness.close();
    shop.close();
  }

  @BeforeEach
  void emptyTheShop() {
    witness.carts().clear();
    witness.carts().held().forEach(it -> witness.carts().remove(it.id()));
  }

  @Test
  void threeScannedGoodsAreSoldWithOneKey() {
    at(
        rig -> {
          int before = rig.keysPressed();
          rig.scan(MILK, KeyCode.ENTER).scan(BREAD, KeyCode.ENTER).scan(MILK, KeyCode.TAB);
          assertThat(total(rig)).isEqualTo("1 180,50 ₸");
          assertThat(witness.carts().open().content().lines()).hasSize(2);
          rig.press(KeyCode.ENTER);
          assertThat(rig.keysPressed() - before).isEqualTo(1);

          InvoiceJson sold = newest().invoice();
          assertThat(sold.terms().amount()).isEqualTo("1180.50");
          assertThat(sold.items())
              .extracting(InvoiceJson.Item::name)
              .containsExactly("Молоко", "Хлеб");
          assertThat(sold.items()).extracting(InvoiceJson.Item::count).containsExactly(2, 1);
          assertThat(witness.carts().open()).as("the next sale begins empty").isNull();
          pay(rig);
          rig.scan(TEA, KeyCode.ENTER);
          assertThat(total(rig)).as("scanned at green").isEqualTo("1 200 ₸");
        });
  }

  @Test
  void scannedGoodsAreSoldForCash() {
    witness.cash().change(new CashJson.Settings(true, false, false));
    at(
        rig -> {
          int before = sales();
          rig.scan(MILK, KeyCode.ENTER).scan(BREAD, KeyCode.ENTER).scan(MILK, KeyCode.TAB);
          CashScreensTest.given(rig.ctrl(KeyCode.N), "1000").press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Корзину за наличные продают только целиком");
          rig.type("5").press(KeyCode.ENTER);
          CashJson.Operation sold = witness.cash().list(true, 0).getFirst();
          assertThat(sold.amount()).isEqualTo("1180.50");
          assertThat(sold.change()).isEqualTo("8824.50");
          assertThat(sold.lines())
              .extracting(CashJson.Line::name)
              .containsExactly("Молоко", "Хлеб");
          assertThat(sold.lines()).extracting(CashJson.Line::count).containsExactly(2, 1);
          assertThat(sales()).as("no invoice").isEqualTo(before);
          assertThat(witness.carts().open()).isNull();
          rig.press(KeyCode.ENTER).scan(TEA, KeyCode.ENTER);
          assertThat(total(rig)).as("the next one").isEqualTo("1 200 ₸");
        });
    witness.cash().change(new CashJson.Settings(false, false, false));
  }

  @Test
  void anUnknownCodeChangesNothingAndSaysSo() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).scan(KEFIR, KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("500 ₸");
          assertThat(words(rig)).contains("такого товара в каталоге нет");
        });
  }

  @Test
  void aLabelOfTheScalesIsAPortion() {
    at(
        rig -> {
          // 21 00123 00355 and its check digit.
          rig.scan("210012300355" + check("210012300355"), KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("351,45 ₸");
          assertThat(words(rig)).contains("0,355 кг × 990 ₸");
          rig.press(KeyCode.ENTER);
          assertThat(newest().invoice().items().getFirst().name())
              .isEqualTo("Яблоки, 0,355 кг × 990,00");
        });
  }

  @Test
  void aTypedSumBesideTheCartIsALineWithoutGoods() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).type("250").press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("750 ₸");
          int before = sales();
          rig.press(KeyCode.ENTER);
          assertThat(sales()).isEqualTo(before + 1);
          assertThat(newest().invoice().items())
              .extracting(InvoiceJson.Item::name)
              .containsExactly("Молоко", "Без товара");
          assertThat(newest().invoice().terms().amount()).isEqualTo("750.00");
        });
  }

  @Test
  void aBillByPhoneCarriesTheGoodsToo() {
    at(
        rig -> {
          rig.scan(TEA, KeyCode.ENTER).press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          assertThat(newest().invoice().customer().phoneNumber()).isEqualTo("87012345678");
          assertThat(newest().invoice().items()).hasSize(1);
        });
  }

  @Test
  void keysChangeLinesAndTakeItBack() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).scan(BREAD, KeyCode.ENTER);
          rig.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.UP, KeyCode.RIGHT);
          assertThat(total(rig)).isEqualTo("1 541,50 ₸");
          rig.press(KeyCode.LEFT, KeyCode.DELETE);
          assertThat(total(rig)).isEqualTo("541,50 ₸");
          rig.ctrl(KeyCode.Z);
          assertThat(total(rig)).isEqualTo("1 041,50 ₸");
          rig.press(KeyCode.ESCAPE);
          assertThat(words(rig)).contains("Очистить корзину?");
          rig.press(KeyCode.ENTER);
          assertThat(witness.carts().open()).isNull();
          rig.ctrl(KeyCode.Z);
          assertThat(total(rig)).isEqualTo("1 041,50 ₸");
        });
  }

  @Test
  void quantityPriceAndDiscountsAreTypedAndWhoDidItStandsInTheHistory() {
    at(
        rig -> {
          rig.scan(TEA, KeyCode.ENTER).ctrl(KeyCode.E);
          field(rig, "cart-quantity").setText("1,5");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).as("half a pack").contains("Столько продать нельзя");
          field(rig, "cart-quantity").setText("3");
          field(rig, "cart-price").setText("1000");
          field(rig, "cart-discount").setText("10%");
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("2 700 ₸");
          rig.ctrl(KeyCode.T);
          field(rig, "cart-whole-discount").setText("200");
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("2 500 ₸");
          rig.press(KeyCode.ENTER);
          InvoiceJson sold = newest().invoice();
          assertThat(sold.terms().amount()).isEqualTo("2500.00");
          assertThat(sold.terms().discountSum()).isEqualTo("500.00");
          assertThat(sold.items().getFirst().originalPrice()).isEqualTo("1200.00");
          assertThat(witness.sales().get(sold.id()).life())
              .filteredOn(it -> it.event().equals("priced"))
              .singleElement()
              .satisfies(it -> assertThat(it.detail()).contains("Чай", "1000.00", "Касса 1"));
        });
  }

  @Test
  void goodsAreFoundByNameWithTheKeyboardAlone() {
    at(
        rig -> {
          rig.ctrl(KeyCode.F);
          TextField search = field(rig, "goods-search-field");
          search.setText("мол");
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("500 ₸");
          rig.ctrl(KeyCode.F);
          field(rig, "goods-search-field").setText("");
          rig.press(KeyCode.DOWN, KeyCode.ENTER);
          assertThat(witness.carts().open().content().lines()).hasSize(2);
        });
  }

  @Test
  void whatIsSoldByWeightAsksHowMuch() {
    at(
        rig -> {
          rig.ctrl(KeyCode.F);
          field(rig, "goods-search-field").setText("ябл");
          rig.press(KeyCode.ENTER);
          field(rig, "cart-quantity").setText("0,25");
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("247,50 ₸");
        });
  }

  @Test
  void theMouseAloneFillsChangesAndSellsACart() {
    at(
        rig -> {
          button(rig, "cart-do-search").fire();
          field(rig, "goods-search-field").setText("хлеб");
          button(rig, "goods-add").fire();
          button(rig, "cart-do-more").fire();
          assertThat(total(rig)).isEqualTo("361 ₸");
          button(rig, "cart-do-less").fire();
          button(rig, "cart-do-remove").fire();
          assertThat(rig.scene.lookup(".cart").isVisible()).isFalse();
          button(rig, "cart-do-search").fire();
          field(rig, "goods-search-field").setText("чай");
          button(rig, "goods-add").fire();
          button(rig, "till-qr").fire();
          assertThat(newest().invoice().terms().amount()).isEqualTo("1200.00");
        });
  }

  @Test
  void aRestartedWindowHasTheCartAndARefusedSaleLeavesIt() {
    at(rig -> rig.scan(MILK, KeyCode.ENTER).scan(TEA, KeyCode.ENTER));
    at(
        rig -> {
          assertThat(total(rig)).isEqualTo("1 700 ₸");
          rig.press(KeyCode.ENTER);
          train(rig, "decline");
          assertThat(witness.carts().open()).isNull();
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).as("the same goods once more").isEqualTo("1 700 ₸");
          rig.press(KeyCode.ENTER);
          pay(rig);
        });
  }

  @Test
  void heldCartsAreSharedAndTakenByOneDesk() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).ctrl(KeyCode.H);
          field(rig, "cart-name").setText("Столик 4");
          rig.press(KeyCode.ENTER);
          assertThat(rig.scene.lookup(".cart").isVisible()).isFalse();
          rig.scan(TEA, KeyCode.ENTER).ctrl(KeyCode.H).press(KeyCode.ENTER);
          rig.scan(BREAD, KeyCode.ENTER).ctrl(KeyCode.O);
          ListView<?> held = (ListView<?>) rig.scene.lookup("#held-carts");
          assertThat(held.getItems()).hasSize(2);
          long first = witness.carts().held().getFirst().id();
          rig.press(KeyCode.ENTER);
          assertThat(total(rig)).isEqualTo("500 ₸");
          assertThat(witness.carts().held()).extracting(it -> it.name()).contains("1", "2");
          assertThat(witness.carts().held()).extracting(it -> it.id()).doesNotContain(first);
          rig.ctrl(KeyCode.O).press(KeyCode.DELETE, KeyCode.ENTER);
          assertThat(witness.carts().held()).hasSize(1);
          rig.press(KeyCode.ESCAPE);
        });
  }

  @Test
  void theCustomerSeesTheCartGrow() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).scan(BREAD, KeyCode.ENTER);
          assertThat(rig.customer.get())
              .isInstanceOfSatisfying(
                  CustomerShow.Basket.class,
                  it -> assertThat(it.cart().total().toWire()).isEqualTo("680.50"));
          rig.press(KeyCode.ENTER);
          assertThat(rig.customer.get()).isInstanceOf(CustomerShow.Pay.class);
          pay(rig);
          assertThat(rig.customer.get()).isInstanceOf(CustomerShow.Paid.class);
        });
  }

  @Test
  void aScanInASheetOfTheCartChangesNothing() {
    at(
        rig -> {
          rig.scan(MILK, KeyCode.ENTER).ctrl(KeyCode.E).scan(MILK, KeyCode.ENTER);
          assertThat(field(rig, "cart-quantity").getText()).isEqualTo("1");
          rig.press(KeyCode.ESCAPE);
          assertThat(total(rig)).isEqualTo("500 ₸");
        });
  }

  private static void at(Consumer<DeskRig> work) {
    FxRig.run(
        () -> {
          try (EngineApi engine = shop.connect(() -> "ru");
              DeskRig rig = new DeskRig(1366, 768, engine)) {
            work.accept(rig);
          }
        });
  }

  private static void pay(DeskRig rig) {
    train(rig, "pay");
  }

  /** The real engine tells its changes in pages, from the first on. */
  private static void train(DeskRig rig, String how) {
    witness.sales().train(newest().invoice().id(), how);
    for (int page = 0; page < 20; page++) {
      rig.pump();
    }
  }

  private static char check(String digits) {
    return duken.domain.barcode.CheckDigit.of(digits);
  }

  private static String total(DeskRig rig) {
    return ((Label) rig.scene.lookup("#cart-total")).getText().replace('\u00a0', ' ');
  }

  private static TextField field(DeskRig rig, String id) {
    return (TextField) rig.scene.lookup("#" + id);
  }

  private static Button button(DeskRig rig, String id) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    return (Button) rig.scene.lookup("#" + id);
  }

  private static String words(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    StringBuilder all = new StringBuilder();
    read(rig.scene.getRoot(), all);
    return all.toString().replace('\u00a0', ' ');
  }

  private static void read(javafx.scene.Node node, StringBuilder all) {
    if (node.isVisible() && node instanceof javafx.scene.text.Text text) {
      all.append(text.getText()).append('\n');
    } else if (node.isVisible() && node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
    }
  }

  private static int sales() {
    return (int) witness.sales().list(new SalesFilter(List.of(), null, null, null, 1, 0)).total();
  }

  private static DeskJson.Sale newest() {
    return witness
        .sales()
        .list(new SalesFilter(List.of(), null, null, null, 1, 0))
        .sales()
        .getFirst();
  }
}
