package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateway contract, section 7. Twelve invoices, one a minute from 19:30 in Almaty. */
class ListsTest {

  private static RunningGateway gateway;
  private static final List<Long> IDS = new ArrayList<>();

  @BeforeAll
  static void twelveInvoices() {
    gateway = new RunningGateway(RunningGateway.unlimited());
    for (int i = 0; i < 12; i++) {
      Reply reply =
          gateway.post(
              "/api/v1/invoices/qr",
              "{\"amount\":%d,\"description\":\"Кофе %d\",\"external_order_id\":\"ord-%d\"}"
                  .formatted(100 - i, i, i));
      IDS.add(reply.json().at("/id").asLong());
      gateway.clock.move(Duration.ofMinutes(1));
    }
    gateway.simulate(IDS.get(0), "paid");
    gateway.simulate(IDS.get(1), "paid");
    gateway.post("/api/v1/invoices/" + IDS.get(2) + "/cancel", "");
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @Test
  void theNewestTenComeFirstWithPagingInBothStyles() {
    Reply reply = list("");
    assertThat(reply.json().at("/data").size()).isEqualTo(10);
    assertThat(reply.at("/data/0/id")).isEqualTo(IDS.getLast().toString());
    assertThat(reply.json().at("/meta").toString())
        .isEqualTo(
            "{\"total\":12,\"limit\":10,\"offset\":0,\"current_page\":1,\"last_page\":2,"
                + "\"per_page\":10}");
    assertThat(reply.at("/total")).isEqualTo("12");
    assertThat(reply.at("/current_page")).isEqualTo("1");
    assertThat(reply.at("/last_page")).isEqualTo("2");
    assertThat(reply.at("/per_page")).isEqualTo("10");
    assertThat(reply.json().at("/data/0").size())
        .isEqualTo(gateway.get("/api/v1/invoices/" + IDS.getLast()).json().size());
  }

  @Test
  void pagesAndOffsetsLeadToTheSamePlace() {
    assertThat(list("?page=2&per_page=5").text()).isEqualTo(list("?offset=5&limit=5").text());
    assertThat(list("?page=2&per_page=5&offset=0&limit=3").at("/meta/limit")).isEqualTo("3");
    assertThat(list("?page=2&offset=0").at("/meta/offset")).isEqualTo("0");
    Reply beyond = list("?page=99");
    assertThat(beyond.json().at("/data").size()).isZero();
    assertThat(beyond.at("/meta/total")).isEqualTo("12");
  }

  @Test
  void anEmptyListHasOnePage() {
    Reply reply = list("?search=nothing");
    assertThat(reply.at("/meta/total")).isEqualTo("0");
    assertThat(reply.at("/meta/last_page")).isEqualTo("1");
  }

  @Test
  void statusesAreTakenInEverySpelling() {
    for (String query :
        List.of(
            "?status=paid,cancelled",
            "?status=paid&status=cancelled",
            "?status[]=paid&status[]=cancelled",
            "?status%5B%5D=paid&status%5B%5D=cancelled",
            "?status[0]=paid&status[1]=cancelled",
            "?status[0]=paid&status[]=cancelled")) {
      assertThat(list(query).at("/meta/total")).as(query).isEqualTo("3");
    }
    assertThat(listLoosely("?status=PAID,%20cancelled,processing").at("/meta/total"))
        .isEqualTo("3");
    assertThat(listLoosely("?status=").at("/meta/total")).isEqualTo("12");
    assertThat(list("?status=paid&status[]=cancelled").at("/meta/total")).isEqualTo("2");
  }

  @Test
  void foreignStatusesMatchNothingAndUnknownOnesAreRefused() {
    assertThat(list("?status=processing").at("/meta/total")).isEqualTo("0");
    assertThat(list("?status=error,processing").at("/meta/total")).isEqualTo("0");
    assertRefused("?status=payed", "status");
    assertRefused("?status[]=paid&status[]=x", "status");
  }

  @Test
  void timesAreInclusiveAndMayBeLocal() {
    assertThat(total("?from=2026-05-14T14:30:00Z&to=2026-05-14T14:31:00Z")).isEqualTo(2);
    assertThat(total("?date_from=2026-05-14T19:30:00%2B05:00&date_to=2026-05-14T14:31:59Z"))
        .isEqualTo(2);
    assertThat(listLoosely("?from=2026-05-14T19:41:00+05:00").at("/meta/total")).isEqualTo("1");
    assertThat(total("?from=2026-05-14%2019:40")).isEqualTo(2);
    assertThat(total("?from=2026-05-14T19:40:30")).isEqualTo(1);
    assertThat(total("?to=2026-05-14")).isEqualTo(12);
    assertThat(total("?to=2026-05-13")).isZero();
    assertThat(total("?from=2026-05-14")).isEqualTo(12);
    assertThat(total("?from=2026-05-15")).isZero();
    assertThat(total("?from=2026-05-14&to=2026-05-14")).isEqualTo(12);
    assertThat(total("?from=2026-05-15&date_from=2026-05-14")).isZero();
  }

  @Test
  void whatIsNoTimeOrAStrangeSpanIsRefused() {
    assertRefused("?from=yesterday", "from");
    assertRefused("?date_to=2026-02-30", "date_to");
    assertRefused("?from=2026-05-14T25:00:00Z", "from");
    assertRefused("?from=2026-05-15&to=2026-05-14", "to");
    assertRefused("?date_from=2026-05-15&date_to=2026-05-14", "date_to");
    assertRefused("?date_field=updated_at", "date_field");
  }

  @Test
  void thePaymentTimeCanBeMeantInstead() {
    assertThat(total("?date_field=paid_at&from=2026-05-14")).isEqualTo(2);
    assertThat(total("?date_field=paid_at&to=2026-05-14T14:41:00Z")).isZero();
  }

  @Test
  void listsAreSortedAsAsked() {
    assertThat(list("?sort_by=amount&sort_order=asc").at("/data/0/amount")).isEqualTo("89.00");
    assertThat(list("?sort=-amount").at("/data/0/amount")).isEqualTo("100.00");
    assertThat(list("?sort=created_at").at("/data/0/id")).isEqualTo(IDS.getFirst().toString());
    assertThat(list("?sort_by=id&sort_order=asc").at("/data/0/id"))
        .isEqualTo(IDS.getFirst().toString());
    assertThat(list("?sort_by=status&limit=100").json().at("/data").size()).isEqualTo(12);
    assertRefused("?sort_by=phone", "sort_by");
    assertRefused("?sort_order=up", "sort_order");
    assertRefused("?sort=-password", "sort");
  }

  @Test
  void searchLooksIntoIdDescriptionAndOrder() {
    assertThat(total("?search=ord-11")).isEqualTo(1);
    assertThat(total("?search=%D0%BA%D0%BE%D1%84%D0%B5%203")).isEqualTo(1);
    assertThat(list("?search=" + IDS.get(5)).text()).contains("\"id\":" + IDS.get(5) + ",");
    assertThat(total("?search=%25")).isZero();
    assertThat(total("?search='%20or%201=1--")).isZero();
    assertRefused("?search=" + "x".repeat(101), "search");
    assertRefused("?search=%00", "search");
  }

  @Test
  void numbersHaveTheirBounds() {
    for (String query :
        List.of(
            "limit=0",
            "limit=101",
            "limit=x",
            "limit=-1",
            "per_page=0",
            "offset=-1",
            "offset=1.5",
            "page=0",
            "page=99999999999999999999")) {
      assertRefused("?" + query, query.substring(0, query.indexOf('=')));
    }
    assertThat(list("?limit=100").json().at("/data").size()).isEqualTo(12);
  }

  @Test
  void aBrokenQueryIsABadRequest() throws Exception {
    assertThat(list("?search=%ff").status()).isEqualTo(400);
    for (String query : List.of("status=%zz", "search=%", "search=%4", "search=Кофе")) {
      try (RawHttp raw = gateway.raw()) {
        raw.send(get(query));
        assertThat(raw.untilClosed()).as(query).startsWith("HTTP/1.1 400").contains("BAD_REQUEST");
      }
    }
  }

  @Test
  void bracketsMayComeUnencoded() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(get("status[]=paid&status[1]=cancelled"));
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 200").contains("\"total\":3");
    }
  }

  @Test
  void withoutMirrorsNothingIsRepeatedAtTheTop() {
    GatewayOptions o = RunningGateway.options();
    try (RunningGateway plain =
        new RunningGateway(
            new GatewayOptions(
                o.publicUrl(), o.hosts(), 60, false, null, o.version(), o.patience()))) {
      assertThat(plain.get("/api/v1/invoices").json().propertyNames())
          .containsExactly("data", "meta");
    }
  }

  private static String get(String query) {
    return "GET /api/v1/invoices?%s HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n"
            .formatted(query, gateway.key)
        + "Connection: close\r\n\r\n";
  }

  private static long total(String query) {
    Reply reply = list(query);
    assertThat(reply.status()).as(query + " " + reply.text()).isEqualTo(200);
    return reply.json().at("/meta/total").asLong();
  }

  private static void assertRefused(String query, String field) {
    Reply reply = list(query);
    assertThat(reply.status()).as(query).isEqualTo(422);
    JsonNode fields = reply.json().at("/error/fields");
    assertThat(fields.propertyNames()).as(query).containsExactly(field);
  }

  private static Reply list(String query) {
    return gateway.get("/api/v1/invoices" + query.replace("[", "%5B").replace("]", "%5D"));
  }

  /** A spelling that is forgiven, not promised. */
  private static Reply listLoosely(String query) {
    return gateway.sendLoosely(gateway.request("/api/v1/invoices" + query).GET());
  }
}
