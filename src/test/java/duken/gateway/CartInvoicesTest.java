package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateway contract, sections 9.1, 9.2 and 10.1: carts. */
class CartInvoicesTest {

  private static final String QRS = "/api/v1/invoices/qr";

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  private long coffee;
  private long bun;

  @BeforeEach
  void fillTheCatalog() {
    JsonNode items =
        gateway
            .post(
                "/api/v1/catalog",
                """
                {"items":[{"name":"Капучино","selling_price":990,"unit_id":1},
                          {"name":"Круассан","selling_price":650.55,"unit_id":8}]}\
                """)
            .json();
    coffee = items.at("/data/0/id").asLong();
    bun = items.at("/data/1/id").asLong();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aCartDecidesWhatIsPaidAndIsShownAsItWas() {
    Reply reply =
        create(
            "\"amount\":1,\"cart_items\":["
                + line(coffee, "2")
                + ","
                + line(bun, "1,\"price\":\"500\"")
                + "]");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.at("/amount")).isEqualTo("2480.00");
    assertThat(reply.json().has("subtotal")).isFalse();
    long id = reply.json().at("/id").asLong();
    long first = reply.json().at("/items/0/id").asLong();
    assertThat(reply.json().at("/items").toString())
        .isEqualTo(
            """
            [{"id":%d,"invoice_id":%d,"catalog_item_id":%d,"name":"Капучино","price":"990.00",\
            "original_price":"990.00","count":2,"unit_id":1,"discount":null},\
            {"id":%d,"invoice_id":%d,"catalog_item_id":%d,"name":"Круассан","price":"500.00",\
            "original_price":"650.55","count":1,"unit_id":8,"discount":null}]\
            """
                .formatted(first, id, coffee, first + 1, id, bun));
  }

  @Test
  void aDiscountIsRoundedOnceOnTheWhole() {
    Reply reply =
        create(
            "\"discount_percentage\":10,\"cart_items\":["
                + line(bun, "1")
                + ","
                + line(bun, "1")
                + ","
                + line(bun, "1")
                + "]");
    // 1951.65 x 10 % = 195.165
    assertThat(reply.at("/subtotal")).isEqualTo("1951.65");
    assertThat(reply.at("/discount_sum")).isEqualTo("195.17");
    assertThat(reply.at("/discount_percentage")).isEqualTo("10");
    assertThat(reply.at("/amount")).isEqualTo("1756.48");
    assertThat(reply.at("/items/0/discount")).isEqualTo("65.06");
    assertThat(reply.at("/items/2/discount")).isEqualTo("65.05");
  }

  @Test
  void aBillMayHaveACartToo() {
    Reply reply =
        gateway.post(
            "/api/v1/invoices",
            "{\"phone_number\":\"87001234567\",\"cart_items\":[" + line(coffee, "1") + "]}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.at("/amount")).isEqualTo("990.00");
  }

  @Test
  void anUnknownItemIsNamedByItsPlaceAndNothingIsStored() {
    Reply reply = create("\"cart_items\":[" + line(coffee, "1") + "," + line(999_999, "1") + "]");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactly("cart_items.1.catalog_item_id");
    Reply foreign =
        gateway.post(QRS, "{\"cart_items\":[" + line(coffee, "1") + "]}", gateway.liveKey);
    assertThat(foreign.status()).isEqualTo(422);
    assertThat(gateway.get("/api/v1/invoices").at("/meta/total")).isEqualTo("0");
  }

  @Test
  void aWrongCartIsNamedByItsPlaces() {
    Reply reply =
        create(
            "\"amount\":\"x\",\"cart_items\":[{\"catalog_item_id\":0,\"count\":0,\"price\":0},"
                + "{},\"x\",{\"catalog_item_id\":1,\"count\":2147483648}]");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder(
            "cart_items.0.catalog_item_id",
            "cart_items.0.count",
            "cart_items.0.price",
            "cart_items.1.catalog_item_id",
            "cart_items.1.count",
            "cart_items.2",
            "cart_items.3.count");
    String hundredAndOne = String.join(",", java.util.Collections.nCopies(101, line(coffee, "1")));
    for (String bad : List.of("[]", "{}", "5", "[" + hundredAndOne + "]")) {
      Reply refused = create("\"amount\":5,\"cart_items\":" + bad);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().at("/error/fields").propertyNames()).containsExactly("cart_items");
    }
    assertThat(create("\"amount\":5,\"cart_items\":null").at("/amount")).isEqualTo("5.00");
  }

  @Test
  void aCartNobodyCouldPayIsRefused() {
    for (String bad :
        List.of(
            line(coffee, "2147483647"),
            line(coffee, "2147483647,\"price\":99999999.99"),
            line(coffee, "101012"))) {
      Reply reply = create("\"cart_items\":[" + bad + "]");
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("cart_items");
    }
    Reply nothingLeft =
        create(
            "\"discount_percentage\":99,\"cart_items\":[" + line(coffee, "1,\"price\":0.01") + "]");
    assertThat(nothingLeft.status()).isEqualTo(422);
  }

  @Test
  void anInvoiceKeepsItsCartWhenTheCatalogChanges() {
    Reply sold = create("\"cart_items\":[" + line(coffee, "2") + "]");
    gateway.send(
        gateway
            .request("/api/v1/catalog/" + coffee)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{\"name\":\"Латте\",\"selling_price\":1}")));
    Reply changed = gateway.get("/api/v1/invoices/" + sold.at("/id"));
    assertThat(changed.json().at("/items")).isEqualTo(sold.json().at("/items"));
    gateway.send(gateway.request("/api/v1/catalog/" + coffee).DELETE());
    Reply removed = gateway.get("/api/v1/invoices/" + sold.at("/id"));
    assertThat(removed.at("/items/0/catalog_item_id")).isEqualTo("null");
    assertThat(removed.at("/items/0/name")).isEqualTo("Капучино");
    assertThat(removed.at("/items/0/price")).isEqualTo("990.00");
    assertThat(create("\"cart_items\":[" + line(coffee, "1") + "]").status()).isEqualTo(422);
  }

  @Test
  void goodsThatComeBackBringTheirShare() {
    long id = paid("\"discount_percentage\":10,", line(coffee, "3"), line(bun, "1"));
    // 2970 + 650.55 less 10 % = 3258.49; the coffees' share is 2673.00, the bun's the rest
    Reply one = giveBack(id, line(coffee, "1"));
    assertThat(one.status()).as(one.text()).isEqualTo(201);
    assertThat(one.at("/refund/amount")).isEqualTo("891.00");
    JsonNode item = one.json().at("/refund/items/0");
    assertThat(item.at("/refund_id")).isEqualTo(one.json().at("/refund/id"));
    assertThat(item.at("/catalog_item_id").asLong()).isEqualTo(coffee);
    assertThat(item.at("/name").asString()).isEqualTo("Капучино");
    assertThat(item.at("/price").asString()).isEqualTo("990.00");
    assertThat(item.at("/count").asInt()).isEqualTo(1);
    assertThat(item.at("/amount").asString()).isEqualTo("891.00");
    Reply rest = giveBack(id, line(bun, "1"), line(coffee, "2"));
    assertThat(rest.at("/refund/amount")).isEqualTo("2367.49");
    assertThat(rest.at("/invoice/status")).isEqualTo("refunded");
    assertThat(gateway.get("/api/v1/invoices/" + id + "/refunds").at("/refunds/0/items/0/count"))
        .isEqualTo("1");
  }

  @Test
  void nothingComesBackTwiceOrThatWasNotSold() {
    long id = paid("", line(coffee, "2"));
    giveBack(id, line(coffee, "1"));
    Reply tooMany = giveBack(id, line(coffee, "2"));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.json().at("/error/fields").propertyNames())
        .containsExactly("return_items.0.count");
    Reply unsold = giveBack(id, line(coffee, "1"), line(bun, "1"));
    assertThat(unsold.json().at("/error/fields").propertyNames())
        .containsExactly("return_items.1.catalog_item_id");
    assertThat(gateway.get("/api/v1/invoices/" + id).at("/total_refunded")).isEqualTo("990.00");
  }

  @Test
  void aSumAndGoodsTogetherAreRefused() {
    long id = paid("", line(coffee, "2"));
    Reply reply = refund(id, "{\"amount\":5,\"return_items\":[" + line(coffee, "1") + "]}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("amount");
    for (String bad : List.of("[]", "{}", "[{\"catalog_item_id\":1}]", "[5]")) {
      assertThat(refund(id, "{\"return_items\":" + bad + "}").status()).isEqualTo(422);
    }
    assertThat(refund(id, "{\"return_items\":null,\"amount\":5}").status()).isEqualTo(201);
    Reply without = refund(gateway.paidQr(), "{\"return_items\":[" + line(coffee, "1") + "]}");
    assertThat(without.at("/error/fields/return_items/0")).isEqualTo("В этом счёте нет корзины");
  }

  @Test
  void goodsBringNoMoreThanIsLeft() {
    long id = paid("", line(coffee, "2"));
    refund(id, "{\"amount\":1480}");
    Reply reply = giveBack(id, line(coffee, "1"));
    assertThat(reply.at("/refund/amount")).isEqualTo("500.00");
    assertThat(reply.at("/invoice/status")).isEqualTo("refunded");
  }

  @Test
  void goodsComeBackAlsoWhenTheyAreNotSoldAnyMore() {
    long id = paid("", line(coffee, "2"));
    gateway.send(gateway.request("/api/v1/catalog/" + coffee).DELETE());
    Reply reply = giveBack(id, line(coffee, "1"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(gateway.get("/api/v1/refunds/" + reply.at("/refund/id")).at("/items/0/name"))
        .isEqualTo("Капучино");
  }

  private Reply create(String fields) {
    return gateway.post(QRS, "{" + fields + "}");
  }

  private long paid(String fields, String... lines) {
    Reply sold = create(fields + "\"cart_items\":[" + String.join(",", lines) + "]");
    assertThat(sold.status()).as(sold.text()).isEqualTo(201);
    long id = sold.json().at("/id").asLong();
    gateway.simulate(id, "paid");
    return id;
  }

  private Reply giveBack(long id, String... lines) {
    return refund(id, "{\"return_items\":[" + String.join(",", lines) + "]}");
  }

  private Reply refund(long id, String body) {
    return gateway.post("/api/v1/invoices/" + id + "/refund", body);
  }

  private static String line(long item, String count) {
    return "{\"catalog_item_id\":" + item + ",\"count\":" + count + "}";
  }
}
