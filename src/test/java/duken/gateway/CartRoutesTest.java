package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The carts of tills: what the engine keeps, refuses and sells. */
class CartRoutesTest {

  private static final String CART = "/desk/v1/cart";
  private static final String QRS = "/api/v1/invoices/qr";

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  private long milk;
  private long apples;

  @BeforeEach
  void fillTheCatalog() {
    JsonNode items =
        gateway
            .post(
                "/api/v1/catalog",
                """
                {"items":[{"name":"Молоко","selling_price":500,"unit_id":1},
                          {"name":"Яблоки","selling_price":990,"unit_id":2}]}\
                """)
            .json();
    milk = items.at("/data/0/id").asLong();
    apples = items.at("/data/1/id").asLong();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aSaleCarriesTheLinesOfItsCartAndTheCartIsGone() {
    Reply kept =
        put(CART, cart(line(1, milk, "500", 2000, "") + "," + line(2, apples, "990", 355, "")));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(kept.at("/content/lines/1/name")).isEqualTo("Яблоки");

    Reply sale = sell(kept, "1351.45");
    assertThat(sale.status()).as(sale.text()).isEqualTo(201);
    assertThat(sale.at("/amount")).isEqualTo("1351.45");
    assertThat(sale.at("/items/0/name")).isEqualTo("Молоко");
    assertThat(sale.json().at("/items/0/count").asInt()).isEqualTo(2);
    assertThat(sale.at("/items/1/name")).isEqualTo("Яблоки, 0,355 кг × 990,00");
    assertThat(sale.at("/items/1/price")).isEqualTo("351.45");
    assertThat(gateway.get(CART, gateway.deskKey).json().at("/cart").isNull()).isTrue();

    assertThat(sell(kept, "1351.45").status()).as("sold once").isEqualTo(422);
  }

  @Test
  void whatTheCashierSawIsWhatTheBankIsAskedFor() {
    Reply kept = put(CART, cart(line(1, milk, "500", 1000, "")));
    assertThat(sell(kept, "499").code()).isEqualTo("VALIDATION_ERROR");
    Reply later = put(CART, cart(line(1, milk, "500", 2000, "")));
    assertThat(sell(kept, "1000").status()).as("an older version").isEqualTo(422);
    assertThat(sell(later, "1000").status()).isEqualTo(201);
  }

  @Test
  void anotherPriceNeedsTheRouteThatNeedsPermissionAndStaysWhenItHasIt() {
    String dear = cart(line(1, milk, "500", 1000, ""));
    String cheap = cart(line(1, milk, "450", 1000, ""));
    put(CART, dear);
    assertThat(put(CART, cheap).text()).contains("\"price\"");
    String off = line(1, milk, "500", 1000, ",\"discount\":{\"percentage\":10}");
    assertThat(put(CART, cart(off)).status()).isEqualTo(422);
    String whole =
        cart(line(1, milk, "500", 1000, "")).replace("]}", "],\"discount\":{\"sum\":5}}");
    assertThat(put(CART, whole).status()).isEqualTo(422);

    Reply allowed = put(CART + "/priced", cheap);
    assertThat(allowed.status()).as(allowed.text()).isEqualTo(200);
    assertThat(allowed.at("/content/lines/0/catalog_price")).isEqualTo("500.00");
    assertThat(allowed.at("/content/lines/0/changed_by")).isEqualTo("Касса 1");
    Reply more = put(CART, cart(line(1, milk, "450", 3000, "")));
    assertThat(more.status()).as("it was allowed before").isEqualTo(200);

    Reply sale = sell(more, "1350");
    long id = sale.json().at("/id").asLong();
    assertThat(gateway.get("/desk/v1/sales/" + id, gateway.deskKey).text())
        .contains("\"event\":\"priced\"")
        .contains("Молоко 500.00 → 450.00 · Касса 1");
  }

  @Test
  void withPeopleAnotherPriceNeedsTheOwnersPin() {
    gateway.post(
        "/desk/v1/staff/members",
        "{\"name\":\"Хозяин\",\"role\":\"owner\",\"pin\":\"2580\"}",
        gateway.deskKey);
    assertThat(put(CART, cart(line(1, milk, "500", 1000, ""))).status()).isEqualTo(200);
    assertThat(put(CART + "/priced", cart(line(1, milk, "450", 1000, ""))).code())
        .isEqualTo("OWNER_PIN_REQUIRED");
  }

  @Test
  void theNameOfAnItemIsTheCatalogsAndAnUnknownItemIsRefused() {
    assertThat(put(CART, cart(line(1, milk, "500", 1000, ""))).at("/content/lines/0/name"))
        .isEqualTo("Молоко");
    assertThat(put(CART, cart(line(2, 999_999, "500", 1000, ""))).status()).isEqualTo(422);
    assertThat(put(CART, cart(line(1, milk, "500", 1500, ""))).text()).contains("thousandths");
    assertThat(put(CART, cart(line(1, milk, "500", 0, ""))).status()).isEqualTo(422);
    assertThat(put(CART, "{\"lines\":[]}").status()).isEqualTo(422);
  }

  @Test
  void aSumWithoutGoodsIsALineOfItsOwn() {
    Reply kept =
        put(
            CART,
            cart(
                line(1, milk, "500", 1000, "")
                    + ",{\"key\":2,\"name\":\"Без товара\",\"unit_id\":1,\"price\":\"250\","
                    + "\"thousandths\":1000}"));
    Reply sale = sell(kept, "750");
    assertThat(sale.at("/items/1/name")).isEqualTo("Без товара");
    assertThat(sale.json().at("/items/1/catalog_item_id").isNull()).isTrue();
  }

  @Test
  void twoDesksShareWhatIsHeldAndOneTakesIt() {
    String other = gateway.newKey(gateway.shop, Mode.TEST, ApiKey.Role.DESK, "Касса 2");
    long first = put(CART, cart(line(1, milk, "500", 1000, ""))).json().at("/id").asLong();
    assertThat(post(CART + "/hold", "{\"name\":\"Столик 4\"}", gateway.deskKey).at("/name"))
        .isEqualTo("Столик 4");
    put(CART, cart(line(1, milk, "500", 2000, "")));
    assertThat(post(CART + "/hold", "{}", gateway.deskKey).at("/name")).isEqualTo("1");
    JsonNode held = gateway.get("/desk/v1/carts", other).json().at("/data");
    assertThat(held.size()).isEqualTo(2);

    String take = "/desk/v1/carts/" + first + "/take";
    assertThat(post(take, "", other).status()).isEqualTo(200);
    assertThat(post(take, "", gateway.deskKey).status()).isEqualTo(404);
    assertThat(gateway.get(CART, other).at("/cart/content/lines/0/name")).isEqualTo("Молоко");

    long second = held.at("/1/id").asLong();
    assertThat(post("/desk/v1/carts/" + second + "/take", "", other).status()).isEqualTo(200);
    assertThat(gateway.get("/desk/v1/carts", other).json().at("/data").size())
        .as("what was on the screen is held instead")
        .isEqualTo(1);
    assertThat(delete("/desk/v1/carts/" + first).status()).isEqualTo(204);
    assertThat(delete("/desk/v1/carts/" + first).status()).isEqualTo(404);
  }

  @Test
  void theCartOfASaleThatCameToNothingCanBeBroughtBack() {
    Reply kept = put(CART, cart(line(1, milk, "500", 1000, "")));
    long id = sell(kept, "500").json().at("/id").asLong();
    assertThat(restored(id).isNull()).as("while it is open").isTrue();
    gateway.post("/api/v1/invoices/" + id + "/cancel", "", gateway.deskKey);
    assertThat(gateway.stored(id).state().status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(restored(id).at("/content/lines/0/name").asString()).isEqualTo("Молоко");
    assertThat(restored(id).isNull()).as("once").isTrue();
    assertThat(sell(kept, "500").status()).isEqualTo(201);
  }

  private JsonNode restored(long invoiceId) {
    return post("/desk/v1/sales/" + invoiceId + "/cart", "", gateway.deskKey).json().at("/cart");
  }

  private Reply sell(Reply kept, String amount) {
    return gateway.post(
        QRS,
        "{\"amount\":\"%s\",\"till_cart\":{\"id\":%d,\"version\":%d}}"
            .formatted(amount, kept.json().at("/id").asLong(), kept.json().at("/version").asLong()),
        gateway.deskKey);
  }

  private static String cart(String lines) {
    return "{\"lines\":[" + lines + "]}";
  }

  private static String line(int key, long item, String price, long thousandths, String more) {
    return """
    {"key":%d,"item_id":%d,"name":"Что угодно","unit_id":%d,"price":"%s","thousandths":%d%s}\
    """
        .formatted(key, item, thousandths == 355 ? 2 : 1, price, thousandths, more);
  }

  private Reply post(String path, String body, String key) {
    return gateway.post(path, body, key);
  }

  private Reply put(String path, String body) {
    return gateway.send(
        gateway
            .bare(path)
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private Reply delete(String path) {
    return gateway.send(gateway.bare(path).header("X-API-Key", gateway.deskKey).DELETE());
  }
}
