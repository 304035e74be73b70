package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, filters and headers as programs of shops write them. */
class ClientHabitsTest {

  private static final String QRS = "/api/v1/invoices/qr";
  private static final RunningGateway GATEWAY = new RunningGateway(RunningGateway.unlimited());

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", "[]", "[ ]", "null", "\"\"", "\ufeff[]"})
  void whereABodyIsOptionalNothingIsSaidInManyWays(String body) {
    long paid = GATEWAY.paidQr();
    Reply refund = loosely("/api/v1/invoices/" + paid + "/refund", body);
    assertThat(refund.status()).as(refund.text()).isEqualTo(201);
    assertThat(refund.at("/refund/amount")).isEqualTo("2500.50");
    long open = GATEWAY.createQr().json().at("/id").asLong();
    assertThat(loosely("/api/v1/invoices/" + open + "/cancel", body).status()).isEqualTo(200);
  }

  @Test
  void whereABodyIsNeededAnEmptyListIsNone() {
    for (String body : new String[] {"[]", "null", "\"\"", ""}) {
      assertThat(loosely(QRS, body).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void emptyBodiesOfOneKeyAreTheSameBody() {
    long paid = GATEWAY.paidQr();
    String path = "/api/v1/invoices/" + paid + "/refund";
    Reply first = withKey(path, "[]");
    Reply second = withKey(path, "");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    assertThat(second.text()).isEqualTo(first.text());
  }

  @Test
  void wholeFloatsAndIdsAsTextAreWholeNumbers() {
    long id = GATEWAY.createQr().json().at("/id").asLong();
    String ids = "[%d.0,\"%d\",\" %d \",%de0]".formatted(id, id, id, id);
    Reply checked = loosely("/api/v1/invoices/status/check", "{\"invoice_ids\":" + ids + "}");
    assertThat(checked.status()).as(checked.text()).isEqualTo(200);
    assertThat(checked.json().at("/invoices").size()).isEqualTo(1);
    Reply items =
        loosely(
            "/api/v1/catalog",
            "{\"items\":[{\"name\":\"Чай\",\"selling_price\":500,\"unit_id\":\"1\"}]}");
    assertThat(items.status()).as(items.text()).isEqualTo(202);
    String item = items.at("/data/0/id");
    Reply cart =
        loosely(QRS, "{\"cart_items\":[{\"catalog_item_id\":\"" + item + "\",\"count\":2.0}]}");
    assertThat(cart.at("/amount")).isEqualTo("1000.00");
    for (String wrong : new String[] {"2.5", "\"2.5\"", "\"\"", "\"x\"", "true", "1e99", "-1"}) {
      Reply refused =
          loosely(
              QRS, "{\"cart_items\":[{\"catalog_item_id\":" + item + ",\"count\":" + wrong + "}]}");
      assertThat(refused.status()).as(wrong).isEqualTo(422);
    }
    assertThat(got("/api/v1/invoices?limit=5.0").at("/meta/limit")).isEqualTo("5");
  }

  @Test
  void aFilterInAFormNobodyReadsIsNeverNoFilter() {
    String from = "2026-05-14";
    for (String query :
        List.of(
            "invoices?status[a]=paid",
            "invoices?status[0][0]=paid",
            "invoices?status[=paid",
            "invoices?from[]=" + from,
            "invoices?date_from[gte]=" + from,
            "invoices?to[0]=" + from,
            "invoices?search[]=x",
            "invoices?limit[]=5",
            "invoices?date_field[]=paid_at",
            "invoices?sort_by[]=id",
            "invoices?sort[]=id",
            "refunds?invoice_id[]=1",
            "refunds?status[x]=completed",
            "catalog?barcode[]=1",
            "catalog?search[0]=x",
            "catalog?first_char[]=x",
            "invoices?page[]=2",
            "invoices?offset[0]=2",
            "invoices?sort_order[]=asc",
            "refunds?from[]=" + from,
            "refunds?date_to[x]=" + from,
            "refunds?limit[]=5",
            "refunds?page[]=2",
            "catalog?page[]=2",
            "catalog?limit[0]=5",
            "marketplace/orders?state[x]=NEW",
            "marketplace/orders?status[a][]=COMPLETED",
            "marketplace/orders?canonical_status[x]=new",
            "marketplace/orders?search[]=x",
            "marketplace/orders?from[]=" + from,
            "marketplace/orders?per_page[]=5",
            "marketplace/orders?page[]=2",
            "events?after[]=1",
            "events?limit[0]=1")) {
      Reply reply =
          GATEWAY.sendLoosely(
              GATEWAY.request("/api/v1/" + query.replace("[", "%5B").replace("]", "%5D")).GET());
      assertThat(reply.status()).as(query).isEqualTo(422);
      String name = query.substring(query.indexOf('?') + 1, query.indexOf('['));
      assertThat(reply.json().at("/error/fields").propertyNames()).contains(name);
    }
    for (String query :
        List.of(
            "invoices?status[]=paid",
            "invoices?status[0]=paid&status[1]=refunded",
            "invoices?x[]=1",
            "refunds?status[]=completed",
            "marketplace/orders?state[]=NEW&status[0]=COMPLETED")) {
      String encoded = query.replace("[", "%5B").replace("]", "%5D");
      assertThat(got("/api/v1/" + encoded).status()).as(query).isEqualTo(200);
    }
    for (String query :
        List.of(
            "invoices?filter[status]=paid",
            "invoices?where[status][]=paid",
            "refunds?filter[from]=" + from,
            "catalog?filter[search]=x",
            "marketplace/orders?filter[state]=NEW")) {
      String encoded = query.replace("[", "%5B").replace("]", "%5D");
      assertThat(got("/api/v1/" + encoded).status()).as(query).isEqualTo(422);
    }
    Reply desk =
        GATEWAY.sendLoosely(
            GATEWAY
                .bare("/desk/v1/sales?from%5B%5D=" + from)
                .header("X-API-Key", GATEWAY.deskKey)
                .GET());
    assertThat(desk.status()).isEqualTo(422);
  }

  @Test
  void timesAreReadHoweverTheirOffsetIsSpelt() {
    long id = GATEWAY.createQr().json().at("/id").asLong();
    for (String before :
        List.of(
            "2026-05-14T19:30:00+0500",
            "2026-05-14T19:30:00%2B0500",
            "2026-05-14T19:30:00+05:00",
            "2026-05-14T19:30:00%2B05",
            "2026-05-14+19:30:00%2B0500",
            "2026-05-14%2019:30:00%20%2B0500",
            "2026-05-14%2014:30:00Z",
            "2026-05-14T14:30:00.000%2B0000",
            "2026-05-14%2019:30",
            "2026-05-14T19:30")) {
      Reply found = got("/api/v1/invoices?limit=100&from=" + before);
      assertThat(found.status()).as(before + found.text()).isEqualTo(200);
      assertThat(found.text()).as(before).contains("\"id\":" + id + ",");
      Reply none =
          got(
              "/api/v1/invoices?to="
                  + before.replace("14T", "13T").replace("14+", "13+").replace("14%", "13%"));
      assertThat(none.at("/meta/total")).as(before).isEqualTo("0");
    }
    assertThat(got("/api/v1/invoices?from=2026-05-14%2019:30%205").status()).isEqualTo(422);
  }

  @Test
  void whatCannotBeSeenAroundANumberIsDropped() {
    for (String phone :
        List.of(
            "\u202a+7 700 123-45-67\u202c",
            "\ufeff87001234567",
            "8\u00ad700\u200b123\u20114567",
            "8 700 123\u201345\u221267",
            "87001234567\r\n",
            "\u200e8\u00a0700\u202f1234567")) {
      Reply reply =
          loosely(
              "/api/v1/invoices",
              duken.api.WireJson.mapper()
                  .writeValueAsString(java.util.Map.of("amount", 5, "phone_number", phone)));
      assertThat(reply.at("/phone_number")).as(reply.text()).isEqualTo("87001234567");
    }
  }

  @Test
  void barcodesAreTrimmedAndUnique() {
    assertThat(item("\" 4870001200019\\n\"").at("/data/0/barcode")).isEqualTo("4870001200019");
    Reply again = item("\"4870001200019 \"");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.at("/error/fields/items.0.barcode/0")).isNotEmpty();
    assertThat(item("\"\\u200b4870001200019\\ufeff\"").status()).isEqualTo(422);
    assertThat(item("\"  \"").json().at("/data/0/barcode").isNull()).isTrue();
    assertThat(GATEWAY.get("/api/v1/catalog?barcode=%204870001200019%20").at("/meta/total"))
        .isEqualTo("1");
  }

  @Test
  void aMediaTypeOfPunctuationIsRefusedAndUtf8IsKnownByBothNames() {
    for (String type :
        new String[] {";", ";;", " ; charset=utf-8", "/", ",", "application/json;"}) {
      int expected = type.startsWith("application/json") ? 201 : 415;
      assertThat(typed(type).status()).as(type).isEqualTo(expected);
    }
    assertThat(typed("application/json; charset=utf8").status()).isEqualTo(201);
    assertThat(typed("application/json; charset=\"UTF8\"").status()).isEqualTo(201);
    assertThat(typed("application/json; charset=koi8-r").status()).isEqualTo(415);
  }

  @Test
  void aBodyThatIsNotPackedMaySaySo() {
    for (String encoding : new String[] {"identity", "Identity"}) {
      assertThat(encoded(encoding).status()).as(encoding).isEqualTo(201);
    }
    assertThat(encoded("gzip").status()).isEqualTo(415);
    assertThat(encoded("identity, br").status()).isEqualTo(415);
  }

  @Test
  void doubledSlashesAreOne() throws Exception {
    for (String path : new String[] {"//api/v1/health", "/api/v1//health", "/api//v1///health/"}) {
      try (RawHttp raw = GATEWAY.raw()) {
        raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(raw.statusLine()).as(path).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void chunksMayHaveExtensionsAndTrailers() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      raw.send(
          "POST /api/v1/invoices/qr HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
              + GATEWAY.key
              + "\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
              + "7;name=\"value\"\r\n{\"amoun\r\n5 ; a\r\nt\":5}\r\n0;last\r\nX-Sum: 1\r\n\r\n");
      assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 201 Created");
    }
  }

  @Test
  void aHostMayHaveAnUnderscore() throws Exception {
    GatewayOptions o = RunningGateway.unlimited();
    try (RunningGateway gateway =
        new RunningGateway(
            new GatewayOptions(
                URI.create("http://kassa_1:3000"),
                Set.of("duken_engine"),
                60,
                true,
                null,
                o.version(),
                Duration.ofSeconds(5)))) {
      for (String host : new String[] {"kassa_1:3000", "duken_engine", "duken_engine:80"}) {
        try (RawHttp raw = gateway.raw()) {
          raw.send("GET /api/v1/health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
          assertThat(raw.statusLine()).as(host).isEqualTo("HTTP/1.1 200 OK");
        }
      }
    }
  }

  @Test
  void aBadQueryOrHeaderIsNotToldAsABadBody() {
    Reply query = GATEWAY.sendLoosely(GATEWAY.request("/api/v1/invoices?search=%FF").GET());
    assertThat(query.status()).isEqualTo(400);
    assertThat(query.code()).isEqualTo("BAD_REQUEST");
    assertThat(query.at("/error/message")).contains("Параметры").doesNotContain("JSON");
    assertThat(query.header("X-RateLimit-Limit")).isPresent();
    Reply header =
        GATEWAY.sendLoosely(
            GATEWAY
                .request(QRS)
                .header("Idempotency-Key", "short")
                .POST(BodyPublishers.ofString("{\"amount\":5}")));
    assertThat(header.status()).isEqualTo(400);
    assertThat(header.at("/error/message")).contains("заголовок").doesNotContain("JSON");
  }

  @Test
  void everyAuthenticatedAnswerTellsTheRateLimit() {
    for (Reply reply :
        List.of(
            typed("text/plain"),
            encoded("gzip"),
            loosely(QRS, "{"),
            GATEWAY.get("/api/v1/nowhere"),
            GATEWAY.sendLoosely(GATEWAY.request(QRS).DELETE()),
            GATEWAY.sendLoosely(
                GATEWAY.request(QRS).POST(BodyPublishers.ofByteArray(new byte[2_000_000]))))) {
      assertThat(reply.status()).isBetween(400, 499);
      assertThat(reply.header("X-RateLimit-Remaining")).as(reply.text()).isPresent();
    }
  }

  @Test
  void aNumberWithoutMeasureIsRefusedByNameInEveryField() {
    for (String number :
        new String[] {
          "1e2147483647", "1e2147483646", "-1e2147483647", "1e-2147483647", "1e99999999999", "9E999"
        }) {
      named("amount", QRS, "{\"amount\":" + number + "}");
      named("amount", QRS, "{\"amount\":\"" + number + "\"}");
      named("discount_percentage", QRS, "{\"amount\":5,\"discount_percentage\":" + number + "}");
      named(
          "items.0.selling_price",
          "/api/v1/catalog",
          "{\"items\":[{\"name\":\"a\",\"unit_id\":1,\"selling_price\":" + number + "}]}");
      named(
          "items.0.unit_id",
          "/api/v1/catalog",
          "{\"items\":[{\"name\":\"a\",\"selling_price\":1,\"unit_id\":" + number + "}]}");
      named(
          "cart_items.0.count",
          QRS,
          "{\"cart_items\":[{\"catalog_item_id\":1,\"count\":" + number + "}]}");
      named(
          "cart_items.0.price",
          QRS,
          "{\"cart_items\":[{\"catalog_item_id\":1,\"count\":1,\"price\":" + number + "}]}");
      named("invoice_ids.0", "/api/v1/invoices/status/check", "{\"invoice_ids\":[" + number + "]}");
      named("amount", "/api/v1/invoices/1/refund", "{\"amount\":" + number + "}");
      Reply ignored = loosely(QRS, "{\"amount\":5,\"unknown\":" + number + "}");
      assertThat(ignored.status()).as(ignored.text()).isEqualTo(201);
    }
    Reply zeros =
        loosely(QRS, "{\"amount\":100,\"discount_percentage\":10." + "0".repeat(39) + "}");
    assertThat(zeros.status()).as(zeros.text()).isEqualTo(201);
    assertThat(zeros.at("/discount_percentage")).isEqualTo("10");
    assertThat(loosely(QRS, "{\"amount\":5}{").status()).isEqualTo(400);
  }

  private static void named(String field, String path, String body) {
    Reply reply = loosely(path, body);
    assertThat(reply.status()).as("%s answered %s", body, reply.text()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).as(body).containsExactly(field);
  }

  private static Reply got(String path) {
    return GATEWAY.sendLoosely(GATEWAY.request(path).GET());
  }

  private static Reply item(String barcode) {
    return loosely(
        "/api/v1/catalog",
        "{\"items\":[{\"name\":\"Чай\",\"selling_price\":500,\"unit_id\":1,\"barcode\":"
            + barcode
            + "}]}");
  }

  private static Reply typed(String type) {
    return GATEWAY.sendLoosely(
        GATEWAY
            .request(QRS)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("{\"amount\":5}")));
  }

  private static Reply encoded(String encoding) {
    return GATEWAY.sendLoosely(
        GATEWAY
            .request(QRS)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofString("{\"amount\":5}")));
  }

  private static Reply withKey(String path, String body) {
    return GATEWAY.sendLoosely(
        GATEWAY
            .request(path)
            .header("Idempotency-Key", "one-key-for-both")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static Reply loosely(String path, String body) {
    return GATEWAY.sendLoosely(
        GATEWAY
            .request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
