package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The order of all three lists: gateway contract, section 7; the data are {@link FiveRefunds}. */
class ListOrderTest {

  private static FiveRefunds five;

  @BeforeAll
  static void refundFive() {
    five = new FiveRefunds();
  }

  @AfterAll
  static void close() {
    five.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/invoices, id,          12345, 54321",
    "/invoices, amount,      24351, 15342",
    "/invoices, client_name, 31425, 41352",
    "/invoices, status,      23145, 54132",
    "/invoices, created_at,  51234, 43215",
    "/refunds,  id,          12345, 54321",
    "/refunds,  amount,      24351, 15342",
    "/refunds,  client_name, 31425, 41352",
    "/refunds,  status,      14523, 32541",
    "/refunds,  created_at,  51234, 43215"
  })
  void aKeySortsBothWaysTiesBreakOnIdAndTheNamelessAreLast(
      String list, String key, String ascending, String descending) {
    assertThat(five.shown(list + "?sort_by=" + key + "&sort_order=asc")).isEqualTo(ascending);
    assertThat(five.shown(list + "?sort=" + key)).isEqualTo(ascending);
    assertThat(five.shown(list + "?sort_by=" + key + "&sort_order=desc")).isEqualTo(descending);
    assertThat(five.shown(list + "?sort_by=" + key)).isEqualTo(descending);
    assertThat(five.shown(list + "?sort=-" + key)).isEqualTo(descending);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/invoices", "/refunds"})
  void theNewestComeFirstUnlessToldOtherwise(String list) {
    assertThat(five.shown(list)).isEqualTo("43215");
    assertThat(five.shown(list + "?sort_order=asc")).isEqualTo("51234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "amount", "client_name", "status", "created_at"})
  void pagesAreTheListCutIntoPieces(String key) {
    for (String list : List.of("/invoices", "/refunds")) {
      for (String order : List.of("?sort=" + key, "?sort=-" + key)) {
        StringBuilder pages = new StringBuilder();
        for (int page = 1; page <= 3; page++) {
          pages.append(five.shown(list + order + "&per_page=2&page=" + page));
        }
        assertThat(pages.toString()).as(list + order).isEqualTo(five.shown(list + order));
      }
    }
  }

  @Test
  void ofTwoSpellingsOfAnOrderTheLongOneIsRead() {
    assertThat(five.shown("/refunds?sort_by=id&sort=amount")).isEqualTo("54321");
    assertThat(five.shown("/refunds?sort_order=asc&sort=-amount")).isEqualTo("51234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/invoices", "/refunds", "/catalog"})
  void anOrderAListDoesNotHaveIsRefusedByItsName(String list) {
    assertRefused(list, "sort_by", "paid_at");
    assertRefused(list, "sort_by", "-id");
    assertRefused(list, "sort_order", "down");
    assertRefused(list, "sort", "-paid_at");
    assertRefused(list, "sort", "--id");
    assertRefused(list, "sort", "-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount", "client_name", "status"})
  void whatAnItemOfTheCatalogDoesNotHaveDoesNotSortIt(String key) {
    assertRefused("/catalog", "sort_by", key);
    assertRefused("/catalog", "sort", "-" + key);
  }

  @Test
  void theCatalogSortsByItsIdsAndItsTimes() {
    try (RunningGateway gateway = new RunningGateway(RunningGateway.unlimited())) {
      List<Long> ids = new ArrayList<>();
      adds(gateway, ids, "Чай", "Кофе");
      gateway.clock.move(Duration.ofMinutes(-1));
      adds(gateway, ids, "Самса");

      assertThat(items(gateway, ids, "")).isEqualTo("213");
      assertThat(items(gateway, ids, "?sort_by=created_at")).isEqualTo("213");
      assertThat(items(gateway, ids, "?sort=-created_at")).isEqualTo("213");
      assertThat(items(gateway, ids, "?sort_by=created_at&sort_order=asc")).isEqualTo("312");
      assertThat(items(gateway, ids, "?sort=created_at&limit=1&offset=1")).isEqualTo("1");
      assertThat(items(gateway, ids, "?sort_by=id")).isEqualTo("321");
      assertThat(items(gateway, ids, "?sort=id")).isEqualTo("123");
      assertThat(items(gateway, ids, "?sort=id&search=%D1%84")).isEqualTo("2");
      assertThat(items(gateway, ids, "?sort_order=asc")).isEqualTo("312");
    }
  }

  private static void adds(RunningGateway gateway, List<Long> ids, String... names) {
    String items =
        Arrays.stream(names)
            .map("{\"name\":\"%s\",\"selling_price\":1,\"unit_id\":1}"::formatted)
            .collect(Collectors.joining(","));
    Reply made = gateway.post("/api/v1/catalog", "{\"items\":[" + items + "]}");
    made.json().at("/data").forEach(item -> ids.add(item.at("/id").asLong()));
  }

  private static String items(RunningGateway gateway, List<Long> ids, String query) {
    StringBuilder numbers = new StringBuilder();
    for (JsonNode item : gateway.get("/api/v1/catalog" + query).json().at("/data")) {
      numbers.append(ids.indexOf(item.at("/id").asLong()) + 1);
    }
    return numbers.toString();
  }

  private static void assertRefused(String list, String field, String value) {
    Reply reply = five.list(list + "?" + field + "=" + value);
    assertThat(reply.status()).as(list + " " + field + "=" + value).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly(field);
  }
}
