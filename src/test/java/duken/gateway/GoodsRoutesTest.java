package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.barcode.CheckDigit;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goods as windows see them. */
class GoodsRoutesTest {

  private static final String GOODS = "/desk/v1/goods";
  private static final String TWO =
      """
      {"items":[{"name":"Сыр весовой","selling_price":4500,"unit_id":2,"barcode":"2200042"},
                {"name":"Вода","selling_price":"250.50","unit_id":1,\
      "barcode":"4870206410103"}]}\
      """;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aScanFindsTheItemHoweverItsCodeWasTyped() {
    gateway.post("/api/v1/catalog", TWO);
    for (String code :
        new String[] {
          "4870206410103",
          "%200104870206410103215abc%1d91EE10",
          "%5DE04870206410103",
          "%D2%A3%D2%AF.%D2%9B%D3%99%D2%9B,%D2%A3%22%D2%9B%22%D2%9B%D1%96"
        }) {
      Reply found = scanned(code);
      assertThat(found.at("/item/name")).as(code).isEqualTo("Вода");
      assertThat(found.at("/item/price")).isEqualTo("250.50");
      assertThat(found.json().at("/grams").isNull()).isTrue();
    }
    assertThat(scanned("777").json().at("/item").isNull()).isTrue();
    assertThat(gateway.get(GOODS + "/scanned", gateway.deskKey).code())
        .isEqualTo("VALIDATION_ERROR");
    assertThat(scanned("1".repeat(201)).code()).isEqualTo("VALIDATION_ERROR");
    assertThat(gateway.get(GOODS + "/scanned?code=1").status())
        .as("a program's key")
        .isEqualTo(403);
  }

  @Test
  void aLabelOfTheScalesSaysWhatWasWeighedOnceTheShopHasScales() {
    gateway.post("/api/v1/catalog", TWO);
    String label = "220004201250" + CheckDigit.of("220004201250");
    assertThat(scanned(label).json().at("/item").isNull()).isTrue();

    assertThat(scales("[\"22\"]", 5, "grams").status()).isEqualTo(200);
    assertThat(scanned(label).at("/item/name")).isEqualTo("Сыр весовой");
    assertThat(scanned(label).at("/grams")).isEqualTo("1250");
    scales("[\"22\"]", 5, "tenge");
    assertThat(scanned(label).at("/total")).isEqualTo("1250.00");
    assertThat(scales("[]", 5, "grams").status()).isEqualTo(200);
    assertThat(gateway.get(GOODS + "/scales", gateway.deskKey).text())
        .isEqualTo("{\"prefixes\":[],\"code_digits\":5,\"content\":\"grams\"}");
    assertThat(scales("[\"46\"]", 5, "grams").text()).contains("prefixes");
    assertThat(scales("[\"22\"]", 9, "grams").text()).contains("code_digits");
    assertThat(scales("[\"22\"]", 5, "pounds").text()).contains("content");
  }

  private Reply scales(String prefixes, int digits, String content) {
    return sends(
        "PUT",
        "/scales",
        "{\"prefixes\":%s,\"code_digits\":%d,\"content\":\"%s\"}"
            .formatted(prefixes, digits, content));
  }

  private Reply sends(String method, String path, String body) {
    return gateway.send(
        gateway
            .bare(GOODS + path)
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private Reply scanned(String code) {
    return gateway.get(GOODS + "/scanned?code=" + code, gateway.deskKey);
  }
}
