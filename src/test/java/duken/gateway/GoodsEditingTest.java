package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What windows change of goods, one by one and by lists. */
class GoodsEditingTest {

  private static final String GOODS = "/desk/v1/goods";
  private static final String OWNER = "{\"name\":\"Хозяин\",\"role\":\"owner\",\"pin\":\"2580\"}";

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void anItemIsMadeOnceChangedAndRemoved() {
    String water = wish("Вода", "250.50", "\"487\"", "\"В-1\"", "3");
    Reply made = gateway.post(GOODS, water, gateway.deskKey, "Idempotency-Key", "made-once");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    Reply again = gateway.post(GOODS, water, gateway.deskKey, "Idempotency-Key", "made-once");
    assertThat(again.text()).isEqualTo(made.text());
    assertThat(list().at("/total")).isEqualTo("1");
    String id = made.at("/id");
    assertThat(made.text())
        .isEqualTo(
            "{\"id\":%s,\"name\":\"Вода\",\"price\":\"250.50\",\"unit_id\":1,\"barcode\":\"487\","
                    .formatted(id)
                + "\"article\":\"В-1\",\"tile\":3,\"image_id\":null}");
    assertThat(gateway.post(GOODS, water, gateway.deskKey).text()).contains("barcode");

    Reply changed = sends("PUT", "/" + id, wish("Вода 1 л", "300", "null", "null", "null"));
    assertThat(changed.at("/price")).isEqualTo("300.00");
    assertThat(sends("GET", "/tiles", "").json().at("/data").size()).isZero();
    assertThat(sends("PUT", "/" + id, "{\"price\":\"-1\"}").text())
        .contains("name", "price", "unit_id");
    assertThat(sends("DELETE", "/" + id, "").status()).isEqualTo(200);
    assertThat(sends("DELETE", "/" + id, "").status()).isEqualTo(404);
    assertThat(sends("PUT", "/" + id, water).status()).isEqualTo(404);
  }

  @Test
  void goodsNeedThePinTheShopChose() {
    gateway.post("/desk/v1/staff/members", OWNER, gateway.deskKey);
    String water = wish("Вода", "250", "null", "null", "null");
    assertThat(gateway.post(GOODS, water, gateway.deskKey).code()).isEqualTo("OWNER_PIN_REQUIRED");
    assertThat(sends("DELETE", "/1", "").code()).isEqualTo("OWNER_PIN_REQUIRED");
    assertThat(imports("import-01", row(1, "Вода", "1")).code()).isEqualTo("OWNER_PIN_REQUIRED");
    assertThat(imports("preview", row(1, "Вода", "1")).status()).as("looks only").isEqualTo(200);
    assertThat(list().at("/total")).isEqualTo("0");
  }

  @Test
  void aListIsLookedAtTakenOverAndChangesNothingTwice() {
    gateway.post(GOODS, wish("Вода", "250", "\"4870206410103\"", "null", "1"), gateway.deskKey);
    gateway.post(GOODS, wish("Чай", "100", "null", "\"T-1\"", "null"), gateway.deskKey);
    gateway.post(GOODS, wish("Сыр", "90", "null", "null", "null"), gateway.deskKey);
    String[] rows = {
      row(2, "Вода газированная", "275.50", "barcode", "04870206410103"),
      row(3, "Чай", "100", "article", "t-1"),
      row(4, "СЫР", "95"),
      row(5, "Соль", "40", "barcode", "12")
    };

    Reply preview = imports("preview", rows);
    assertThat(preview.text())
        .startsWith(
            "{\"stopped\":false,\"created\":1,\"changed\":3,\"unchanged\":0,\"problems\":[]")
        .contains(
            "{\"row\":2,\"change\":\"changed\",\"name\":\"Вода газированная\","
                + "\"before\":\"250.00\",\"after\":\"275.50\"}");
    assertThat(list().at("/total")).as("only looked at").isEqualTo("3");
    assertThat(imports("import-01", rows).text()).isEqualTo(preview.text());
    assertThat(list().at("/total")).isEqualTo("4");
    assertThat(found("газ").at("/data/0/tile")).as("what was not listed").isEqualTo("1");
    assertThat(imports("import-01", rows).text())
        .contains("\"created\":0,\"changed\":0,\"unchanged\":4");
  }

  @Test
  void oneBadRowKeepsTheWholeListOut() {
    gateway.post(GOODS, wish("Вода", "250", "\"487\"", "null", "null"), gateway.deskKey);
    gateway.post(GOODS, wish("Чай", "100", "null", "\"7\"", "null"), gateway.deskKey);
    gateway.post(GOODS, wish("Чай чёрный", "100", "null", "\"7\"", "null"), gateway.deskKey);
    Reply refused =
        imports(
            "import-02",
            row(2, "Соль", "40", "barcode", "12"),
            row(3, "Соль мелкая", "45", "barcode", "12"),
            row(4, "Чай зелёный", "45", "article", "7"),
            row(5, "Вода", "1"),
            row(6, "вода", "2"));
    assertThat(refused.text())
        .contains("{\"row\":3,\"column\":\"barcode\",\"code\":\"twice\",\"other_row\":2}")
        .contains("{\"row\":4,\"column\":\"article\",\"code\":\"ambiguous\",\"other_row\":null}")
        .contains("{\"row\":6,\"column\":\"name\",\"code\":\"twice\",\"other_row\":5}");
    assertThat(list().at("/total")).isEqualTo("3");
    assertThat(found("вода").at("/data/0/price")).isEqualTo("250.00");
  }

  @Test
  void twoItemsMayChangeTheirBarcodesWithEachOther() {
    gateway.post(GOODS, wish("Один", "1", "\"111\"", "\"a\"", "null"), gateway.deskKey);
    gateway.post(GOODS, wish("Два", "2", "\"222\"", "\"b\"", "null"), gateway.deskKey);
    String one = found("один").at("/data/0/id");
    String two = found("два").at("/data/0/id");
    Reply done =
        imports(
            "import-03",
            row(2, "Один", "1", "id", one, "barcode", "222"),
            row(3, "Два", "2", "id", two, "barcode", "111"));
    assertThat(done.text()).contains("\"changed\":2,\"unchanged\":0,\"problems\":[]");
    assertThat(found("один").at("/data/0/barcode")).isEqualTo("222");
    assertThat(found("два").at("/data/0/barcode")).isEqualTo("111");
  }

  @Test
  void aListIsKeptInPartsInTheirOrderAndForAWhile() {
    String part = "{\"from\":%d,\"rows\":[" + row(2, "Вода", "1") + "]}";
    String list = GOODS + "/import/in-parts";
    assertThat(gateway.post(list, "{}", gateway.deskKey).status()).isEqualTo(404);
    assertThat(gateway.post(list + "/rows", part.formatted(1), gateway.deskKey).text())
        .contains("rows");
    gateway.post(list + "/rows", part.formatted(0), gateway.deskKey);
    assertThat(gateway.post(list + "/rows", part.formatted(0), gateway.deskKey).status())
        .as("begins anew")
        .isEqualTo(200);
    assertThat(gateway.post(list + "/preview", "{}", gateway.deskKey).text())
        .contains("\"created\":1");
    gateway.clock.move(java.time.Duration.ofMinutes(31));
    gateway.post(GOODS + "/import/another-one/rows", part.formatted(0), gateway.deskKey);
    assertThat(gateway.post(list, "{}", gateway.deskKey).status()).isEqualTo(404);
  }

  private static String row(int number, String name, String price, String... more) {
    StringBuilder row =
        new StringBuilder(
            "{\"row\":%d,\"name\":\"%s\",\"price\":\"%s\"".formatted(number, name, price));
    for (int i = 0; i < more.length; i += 2) {
      row.append(",\"%s\":\"%s\"".formatted(more[i], more[i + 1]));
    }
    return row + "}";
  }

  private Reply imports(String word, String... rows) {
    String list = GOODS + "/import/" + (word.equals("preview") ? "looked-at" : word);
    for (int i = 0; i < rows.length; i++) {
      String part = "{\"from\":%d,\"rows\":[%s]}".formatted(i, rows[i]);
      assertThat(gateway.post(list + "/rows", part, gateway.deskKey).status()).isEqualTo(200);
    }
    return gateway.post(list + (word.equals("preview") ? "/preview" : ""), "{}", gateway.deskKey);
  }

  private static String wish(
      String name, String price, String barcode, String article, String tile) {
    return "{\"name\":\"%s\",\"price\":\"%s\",\"unit_id\":1,\"barcode\":%s,\"article\":%s,\"tile\":%s}"
        .formatted(name, price, barcode, article, tile);
  }

  private Reply list() {
    return gateway.get(GOODS, gateway.deskKey);
  }

  private Reply found(String words) {
    String search = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return gateway.get(GOODS + "?search=" + search, gateway.deskKey);
  }

  private Reply sends(String method, String path, String body) {
    return gateway.send(
        gateway
            .bare(GOODS + path)
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }
}
