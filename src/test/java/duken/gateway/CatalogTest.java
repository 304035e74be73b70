package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.security.Digests;
import duken.store.IdempotentCalls.Call;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gateway contract, sections 8 and 11. */
class CatalogTest {

  private static final String CATALOG = "/api/v1/catalog";
  private static final String TWO =
      """
      {"items":[{"name":"Капучино 0,3","selling_price":990,"unit_id":1},
                {"name":"Круассан","selling_price":"650.50","unit_id":8,\
      "barcode":"4870001234567"}]}\
      """;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void theUnitsAreTheFixedTen() {
    Reply reply = gateway.get(CATALOG + "/units");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .startsWith(
            "{\"data\":[{\"id\":1,\"name\":\"штука\",\"name_kaz\":\"дана\"},"
                + "{\"id\":2,\"name\":\"килограмм\",\"name_kaz\":\"килограмм\"},")
        .endsWith("{\"id\":10,\"name\":\"час\",\"name_kaz\":\"сағат\"}]}");
    assertThat(reply.json().at("/data").size()).isEqualTo(10);
  }

  @Test
  void itemsAreCreatedInOrderAndReadBack() {
    Reply reply = gateway.post(CATALOG, TWO);
    assertThat(reply.status()).isEqualTo(202);
    long first = reply.json().at("/data/0/id").asLong();
    assertThat(reply.text())
        .isEqualTo(
            """
            {"data":[{"id":%d,"name":"Капучино 0,3","selling_price":990.00,"unit_id":1,\
            "barcode":null,"image_id":null,"image_url":null,"status":"active",\
            "created_at":"2026-05-14T14:30:00Z","updated_at":"2026-05-14T14:30:00Z"},\
            {"id":%d,"name":"Круассан","selling_price":650.50,"unit_id":8,\
            "barcode":"4870001234567","image_id":null,"image_url":null,"status":"active",\
            "created_at":"2026-05-14T14:30:00Z","updated_at":"2026-05-14T14:30:00Z"}]}\
            """
                .formatted(first, first + 1));
    assertThat(gateway.get(CATALOG + "/" + first).json()).isEqualTo(reply.json().at("/data/0"));
  }

  @Test
  void oneBadItemIsNamedByItsPlaceAndNothingIsStored() {
    Reply reply =
        gateway.post(
            CATALOG,
            """
            {"items":[{"name":"Чай","selling_price":100,"unit_id":1,"barcode":"1"},
              {"name":"","selling_price":0,"unit_id":11,"barcode":7,"image_id":"x"},
              {"name":"%s","selling_price":1,"unit_id":"1 шт","barcode":"%s"},
              {"name":"  ","selling_price":1,"unit_id":1.5},
              {},
              5]}\
            """
                .formatted("ы".repeat(256), "1".repeat(51)));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder(
            "items.1.name",
            "items.1.selling_price",
            "items.1.unit_id",
            "items.1.barcode",
            "items.1.image_id",
            "items.2.name",
            "items.2.unit_id",
            "items.2.barcode",
            "items.3.name",
            "items.3.unit_id",
            "items.4.name",
            "items.4.selling_price",
            "items.4.unit_id",
            "items.5");
    assertThat(total("")).isZero();
  }

  @Test
  void aBatchHasOneToAHundredItems() {
    String item = "{\"name\":\"Чай\",\"selling_price\":1,\"unit_id\":1}";
    assertThat(gateway.post(CATALOG, batch(item, 100)).status()).isEqualTo(202);
    for (String bad : List.of(batch(item, 101), batch(item, 0), "{}", "{\"items\":{}}")) {
      Reply reply = gateway.post(CATALOG, bad);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("items");
    }
    assertThat(total("")).isEqualTo(100);
    assertThat(gateway.post(CATALOG, "[" + item + "]").status()).isEqualTo(400);
  }

  @Test
  void aBarcodeIsOneItemsOnlyInAShopAndMode() {
    assertThat(add("Чай", "77").status()).isEqualTo(202);
    Reply taken = add("Кофе", "77");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.at("/error/fields/items.0.barcode/0"))
        .isEqualTo("Такой штрихкод уже есть в каталоге");
    Reply twice =
        gateway.post(
            CATALOG,
            """
            {"items":[{"name":"А","selling_price":1,"unit_id":1,"barcode":"5"},
                      {"name":"Б","selling_price":1,"unit_id":1,"barcode":"5"}]}\
            """);
    assertThat(twice.json().at("/error/fields").propertyNames()).containsExactly("items.1.barcode");
    assertThat(total("")).isEqualTo(1);
    String body = item("Чай", "77");
    assertThat(gateway.post(CATALOG, body, gateway.liveKey).status()).isEqualTo(202);
    Tenant other = gateway.shopAccess.tenantNamed("Другая");
    String otherKey = gateway.newKey(other, Mode.TEST, ApiKey.Role.API);
    assertThat(gateway.post(CATALOG, body, otherKey).status()).isEqualTo(202);
  }

  @Test
  void anotherShopAndTheOtherModeSeeNothing() {
    long id = added("Чай", null);
    Tenant other = gateway.shopAccess.tenantNamed("Другая");
    String otherKey = gateway.newKey(other, Mode.TEST, ApiKey.Role.API);
    for (String foreign : List.of(otherKey, gateway.liveKey)) {
      assertThat(gateway.get(CATALOG + "/" + id, foreign).status()).isEqualTo(404);
      assertThat(gateway.get(CATALOG, foreign).at("/meta/total")).isEqualTo("0");
      assertThat(call("DELETE", id, "", foreign).status()).isEqualTo(404);
      assertThat(call("PATCH", id, "{\"name\":\"Моё\"}", foreign).status()).isEqualTo(404);
    }
    assertThat(gateway.get(CATALOG + "/" + id).at("/name")).isEqualTo("Чай");
  }

  @Test
  void theListIsSearchedFilteredAndPaged() {
    added("Чай чёрный", "11");
    added("чай 100%", "12");
    added("Қымыз", "13");
    assertThat(total("?search=%D0%A7%D0%90%D0%99")).isEqualTo(2);
    assertThat(total("?search=%25")).isEqualTo(1);
    assertThat(total("?barcode=11")).isEqualTo(1);
    assertThat(total("?barcode=1")).isZero();
    assertThat(total("?first_char=%D1%87")).isEqualTo(2);
    assertThat(total("?first_char=%D2%9B")).isEqualTo(1);
    assertThat(total("?first_char=%25")).isZero();
    Reply all = gateway.get(CATALOG);
    assertThat(all.at("/data/0/name")).isEqualTo("Қымыз");
    assertThat(all.at("/meta/limit")).isEqualTo("50");
    assertThat(all.at("/per_page")).isEqualTo("50");
    Reply second = gateway.get(CATALOG + "?per_page=2&page=2");
    assertThat(second.json().at("/data").size()).isEqualTo(1);
    assertThat(second.at("/data/0/name")).isEqualTo("Чай чёрный");
    assertThat(second.at("/meta/last_page")).isEqualTo("2");
    assertThat(gateway.get(CATALOG + "?limit=1&offset=1&page=9").at("/data/0/name"))
        .isEqualTo("чай 100%");
    assertThat(gateway.get(CATALOG + "?limit=200").status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeAskedForIsNamed() {
    for (String bad : List.of("limit=201", "limit=0", "offset=-1", "page=0", "first_char=ab")) {
      Reply reply = gateway.get(CATALOG + "?" + bad);
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.json().at("/error/fields").propertyNames())
          .containsExactly(bad.substring(0, bad.indexOf('=')));
    }
    assertThat(gateway.get(CATALOG + "?search=" + "x".repeat(101)).status()).isEqualTo(422);
    assertThat(gateway.get(CATALOG + "?barcode=" + "1".repeat(51)).status()).isEqualTo(422);
  }

  @Test
  void onlyWhatIsNamedIsChanged() {
    long id = added("Чай", "11");
    gateway.clock.move(Duration.ofMinutes(1));
    Reply priced = call("PATCH", id, "{\"selling_price\":\"1090.00\"}", gateway.key);
    assertThat(priced.status()).isEqualTo(200);
    assertThat(priced.text()).contains("\"selling_price\":1090.00");
    assertThat(priced.at("/name")).isEqualTo("Чай");
    assertThat(priced.at("/barcode")).isEqualTo("11");
    assertThat(priced.at("/created_at")).isEqualTo("2026-05-14T14:30:00Z");
    assertThat(priced.at("/updated_at")).isEqualTo("2026-05-14T14:31:00Z");
    gateway.clock.move(Duration.ofMinutes(1));
    assertThat(patch(id, "{}").json()).isEqualTo(priced.json());
    assertThat(patch(id, "{\"barcode\":\"11\"}").at("/barcode")).isEqualTo("11");
    assertThat(patch(id, "{\"name\":\"Кофе\",\"unit_id\":8}").at("/unit_id")).isEqualTo("8");
    assertThat(patch(id, "{\"barcode\":null}").at("/barcode")).isEqualTo("null");
    assertThat(gateway.get(CATALOG + "/" + id).at("/name")).isEqualTo("Кофе");
    assertThat(add("Чай", "11").status()).isEqualTo(202);
    assertThat(patch(id, "{\"barcode\":\"11\"}").json().at("/error/fields").propertyNames())
        .containsExactly("barcode");
  }

  @Test
  void whatAnItemCannotBeWithoutCannotBeTakenAway() {
    long id = added("Чай", "11");
    Reply reply =
        patch(
            id,
            "{\"name\":null,\"selling_price\":null,\"unit_id\":null,\"image_id\":null,"
                + "\"barcode\":5,\"is_image_deleted\":\"yes\"}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder(
            "name", "selling_price", "unit_id", "image_id", "barcode", "is_image_deleted");
    assertThat(patch(id, "{\"name\":\"\"}").status()).isEqualTo(422);
    assertThat(patch(999_999, "{}").status()).isEqualTo(404);
    assertThat(gateway.get(CATALOG + "/" + id).at("/barcode")).isEqualTo("11");
  }

  @Test
  void aRemovedItemIsGoneAndItsBarcodeIsFree() {
    long id = added("Чай", "11");
    Reply gone = call("DELETE", id, "", gateway.key);
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text())
        .isEqualTo("{\"message\":\"Позиция удалена\",\"catalog_item_id\":" + id + "}");
    assertThat(gateway.get(CATALOG + "/" + id).status()).isEqualTo(404);
    assertThat(call("DELETE", id, "", gateway.key).status()).isEqualTo(404);
    assertThat(patch(id, "{\"name\":\"Кофе\"}").status()).isEqualTo(404);
    assertThat(total("")).isZero();
    assertThat(add("Чай", "11").status()).isEqualTo(202);
  }

  @Test
  void wrongVerbsAreToldTheRightOnes() {
    Reply reply = gateway.send(gateway.request(CATALOG).method("PUT", BodyPublishers.noBody()));
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).contains("GET, HEAD, POST");
    assertThat(gateway.get(CATALOG + "/abc").status()).isEqualTo(404);
  }

  @Test
  void theSameKeyAddsTheItemsOnce() {
    Reply first = gateway.post(CATALOG, TWO, gateway.key, "Idempotency-Key", "catalog-1");
    Reply again = gateway.post(CATALOG, TWO, gateway.key, "Idempotency-Key", "catalog-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    Reply other =
        gateway.post(CATALOG, item("Чай", null), gateway.key, "Idempotency-Key", "catalog-1");
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
    assertThat(total("")).isEqualTo(2);
  }

  @Test
  void aCallACrashCutShortIsAnsweredFromTheItemsItMade() {
    Reply made = gateway.post(CATALOG, TWO, gateway.key, "Idempotency-Key", "catalog-1");
    String text =
        String.join("\n", Long.toString(gateway.shop.id()), "test", "POST", CATALOG, "catalog-1");
    String callKey = Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    gateway.store.writeLightly(
        tx -> {
          Call call = tx.idempotentCalls().find(callKey).orElseThrow();
          assertThat(call.madeId()).isEqualTo(made.json().at("/data/0/id").asLong());
          tx.idempotentCalls().release(callKey);
          tx.idempotentCalls()
              .reserve(
                  new Call(callKey, call.bodyDigest(), null, null, call.startedAt(), null),
                  call.startedAt().minusSeconds(1));
          tx.idempotentCalls().bind(callKey, call.madeId());
        });
    Reply again = gateway.post(CATALOG, TWO, gateway.key, "Idempotency-Key", "catalog-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text()).isEqualTo(made.text());
    assertThat(total("")).isEqualTo(2);
  }

  private Reply add(String name, String barcode) {
    return gateway.post(CATALOG, item(name, barcode));
  }

  private long added(String name, String barcode) {
    return add(name, barcode).json().at("/data/0/id").asLong();
  }

  private static String item(String name, String barcode) {
    return "{\"items\":[{\"name\":\"%s\",\"selling_price\":500,\"unit_id\":1,\"barcode\":%s}]}"
        .formatted(name, barcode == null ? "null" : '"' + barcode + '"');
  }

  private static String batch(String item, int count) {
    return "{\"items\":[" + String.join(",", java.util.Collections.nCopies(count, item)) + "]}";
  }

  private Reply patch(long id, String body) {
    return call("PATCH", id, body, gateway.key);
  }

  private Reply call(String method, long id, String body, String key) {
    return gateway.send(
        gateway
            .bare(CATALOG + "/" + id)
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private long total(String query) {
    return gateway.get(CATALOG + query).json().at("/meta/total").asLong();
  }
}
