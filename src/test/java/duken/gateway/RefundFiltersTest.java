package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code GET /refunds} filters by (contract, section 10.3); data: {@link FiveRefunds}. */
class RefundFiltersTest {

  private static FiveRefunds five;

  @BeforeAll
  static void refundFive() {
    five = new FiveRefunds();
  }

  @AfterAll
  static void close() {
    five.close();
  }

  @Test
  void eachStatusFindsItsOwn() {
    assertThat(five.shown("/refunds?status=completed")).isEqualTo("415");
    assertThat(five.shown("/refunds?status=failed")).isEqualTo("2");
    assertThat(five.shown("/refunds?status=processing")).isEqualTo("3");
    assertThat(five.shown("/refunds?status=pending")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=failed,processing",
        "status=failed&status=processing",
        "status=pending,failed&status=processing",
        "status[]=failed&status[]=processing",
        "status[]=failed,processing",
        "status[0]=failed&status[1]=processing"
      })
  void severalStatusesAreTakenInEverySpelling(String query) {
    assertThat(five.shown("/refunds?" + query)).isEqualTo("32");
    assertThat(five.list("/refunds?" + query).at("/meta/total")).isEqualTo("2");
  }

  @Test
  void ofTheTwoNamesOfAStatusTheFirstWins() {
    assertThat(five.shown("/refunds?status=failed&status[]=processing")).isEqualTo("2");
    assertThat(five.shown("/refunds?status[]=processing&status=failed")).isEqualTo("2");
  }

  @Test
  void aStatusOfAnotherKindIsRefused() {
    assertRefused("status=paid", "status");
    assertRefused("status=failed,paid", "status");
    assertRefused("status=failed&status=error", "status");
    assertRefused("status[]=failed&status[]=x", "status");
  }

  @Test
  void anInvoicesRefundsAreFoundByItsId() {
    assertThat(five.shown("/refunds?invoice_id=" + five.invoices.get(3))).isEqualTo("4");
    assertThat(five.shown("/refunds?invoice_id=999999")).isEmpty();
    for (String bad : List.of("0", "-1", "x", "1.5", "1,2")) {
      assertRefused("invoice_id=" + bad, "invoice_id");
    }
  }

  @Test
  void timesAreInclusiveAndMayBeLocal() {
    assertThat(five.shown("/refunds?from=2026-05-14T14:40:00Z")).isEqualTo("4321");
    assertThat(five.shown("/refunds?from=2026-05-14T14:40:01Z")).isEqualTo("43");
    assertThat(five.shown("/refunds?to=2026-05-14T14:40:00Z")).isEqualTo("215");
    assertThat(five.shown("/refunds?to=2026-05-14T14:39:59Z")).isEqualTo("5");
    assertThat(five.shown("/refunds?from=2026-05-14T14:40:00Z&to=2026-05-14T14:41:00Z"))
        .isEqualTo("321");
    assertThat(five.shown("/refunds?date_from=2026-05-14%2019:41&date_to=2026-05-14"))
        .isEqualTo("43");
    assertThat(five.shown("/refunds?from=2026-05-14&to=2026-05-14")).isEqualTo("43215");
    assertThat(five.shown("/refunds?from=2026-05-15")).isEmpty();
    assertThat(five.shown("/refunds?to=2026-05-13")).isEmpty();
    assertThat(five.shown("/refunds?from=2026-05-15&date_from=2026-05-14")).isEmpty();
    assertThat(five.shown("/refunds?to=2026-05-13&date_to=2026-05-14")).isEmpty();
  }

  @Test
  void whatIsNoTimeOrAStrangeSpanIsRefused() {
    assertRefused("from=yesterday", "from");
    assertRefused("date_from=2026-02-30", "date_from");
    assertRefused("to=x", "to");
    assertRefused("from=2026-05-15&to=2026-05-14", "to");
    assertRefused("date_from=2026-05-15&date_to=2026-05-14", "date_to");
  }

  @Test
  void pagesHaveTheirBounds() {
    for (String bad : List.of("limit=0", "limit=101", "per_page=x", "offset=-1", "page=0")) {
      assertRefused(bad, bad.substring(0, bad.indexOf('=')));
    }
    Reply part = five.list("/refunds?status=completed&limit=1&offset=1");
    assertThat(part.json().at("/meta").toString())
        .isEqualTo(
            "{\"total\":3,\"limit\":1,\"offset\":1,\"current_page\":2,\"last_page\":3,"
                + "\"per_page\":1}");
    assertThat(part.at("/data/0/id")).isEqualTo(five.refunds.getFirst().toString());
    assertThat(five.shown("/refunds?offset=5")).isEmpty();
    assertThat(five.list("/refunds?offset=5").at("/meta/total")).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "amount", "client_name", "status", "created_at"})
  void aFilteredListKeepsTheOrderOfTheWhole(String key) {
    List<String> filters =
        List.of(
            "status=completed",
            "status=completed,failed",
            "from=2026-05-14T14:40:00Z",
            "from=2026-05-14T14:40:00Z&to=2026-05-14T14:42:00Z&status=completed,processing",
            "invoice_id=" + five.invoices.get(1),
            "invoice_id=" + five.invoices.get(4) + "&status=completed&to=2026-05-14");
    for (String sort : List.of("?sort=" + key, "?sort=-" + key)) {
      String whole = five.shown("/refunds" + sort);
      for (String filter : filters) {
        String found = five.shown("/refunds?" + filter);
        assertThat(found).as(filter).isNotEmpty();
        assertThat(five.shown("/refunds" + sort + "&" + filter))
            .as(sort + " " + filter)
            .isEqualTo(whole.replaceAll("[^" + found + "]", ""));
      }
    }
  }

  @Test
  void noFilterFindsWhatAnotherKeyMayNotSee() {
    RunningGateway gateway = five.gateway;
    String foreign =
        gateway.newKey(
            gateway.shopAccess.tenantNamed("Другой магазин"), Mode.LIVE, ApiKey.Role.API);
    for (String other : List.of(foreign, gateway.key)) {
      for (String query :
          List.of(
              "",
              "?status=completed",
              "?from=2026-05-14",
              "?sort_by=client_name",
              "?sort_by=status",
              "?invoice_id=" + five.invoices.getFirst())) {
        Reply reply = gateway.get("/api/v1/refunds" + query, other);
        assertThat(reply.at("/meta/total")).as(query).isEqualTo("0");
        assertThat(reply.json().at("/data").size()).as(query).isZero();
      }
    }
  }

  private static void assertRefused(String query, String field) {
    Reply reply = five.list("/refunds?" + query);
    assertThat(reply.status()).as(query).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).as(query).containsExactly(field);
  }
}
