package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectionReport;
import duken.simulator.marketplace.MarketplaceSimulator;
import duken.simulator.marketplace.MarketplaceSimulator.Fault;
import duken.simulator.marketplace.ShopOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders from the marketplace as a client of the API meets them, against a fake shop. */
class MarketplaceTest {

  private static final String ORDERS = "/api/v1/marketplace/orders";
  private static RunningGateway gateway;
  private static int shops;

  private MarketplaceSimulator kaspi;
  private Tenant shop;
  private String key;

  @BeforeAll
  static void start() {
    gateway = new RunningGateway();
  }

  @AfterAll
  static void end() {
    gateway.close();
  }

  @BeforeEach
  void open() throws IOException {
    kaspi = MarketplaceSimulator.start(0, Clock.systemUTC());
    shop = gateway.shopAccess.tenantNamed("Shop " + shops++);
    key = gateway.newKey(shop, Mode.LIVE, ApiKey.Role.API);
  }

  @AfterEach
  void close() {
    assertThat(kaspi.mostAtOnce()).isLessThanOrEqualTo(1);
    gateway.marketplaceFeed.connector().disconnect(shop.id());
    kaspi.close();
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED_BY_BANK,pending",
    "ACCEPTED_BY_MERCHANT,pending",
    "COMPLETED,completed",
    "CANCELLED,failed",
    "CANCELLING,pending",
    "KASPI_DELIVERY_RETURN_REQUESTED,pending",
    "RETURN_ACCEPTED_BY_MERCHANT,pending",
    "RETURNED,refunded",
    "ASSEMBLE,pending",
    "ARRIVED,pending",
    "ARRIVED_BACKWARD,pending",
    "GIVEN_TO_DELIVERY,pending",
    "A_WORD_OF_TOMORROW,pending"
  })
  void everyStatusInEveryStateHasItsMeaningAndReadTwiceChangesNothing(
      String status, String meaning) {
    for (String state :
        new String[] {"NEW", "SIGN_REQUIRED", "PICKUP", "DELIVERY", "KASPI_DELIVERY", "ARCHIVE"}) {
      kaspi.add(state, status, ago(1));
    }
    connect();
    Reply first = get(ORDERS + "?limit=100");
    refresh();

    assertThat(first.at("/meta/total")).isEqualTo("6");
    first
        .json()
        .at("/data")
        .forEach(it -> assertThat(it.at("/canonical_status").asString()).isEqualTo(meaning));
    assertThat(get(ORDERS + "?limit=100").text()).isEqualTo(first.text());
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,KASPI_DELIVERY_RETURN_REQUESTED,completed",
    "COMPLETED,RETURN_ACCEPTED_BY_MERCHANT,completed",
    "COMPLETED,CANCELLING,completed",
    "COMPLETED,CANCELLED,completed",
    "COMPLETED,RETURNED,refunded",
    "COMPLETED,SOMETHING_NEW,completed",
    "CANCELLED,SOMETHING_NEW,failed",
    "RETURNED,COMPLETED,refunded"
  })
  void nothingMovesBackward(String before, String after, String meaning) {
    ShopOrder order = kaspi.add("ARCHIVE", before, ago(1));
    connect();
    refresh();
    kaspi.set(order.code(), "", after);
    refresh();

    assertThat(get(ORDERS + "/" + order.code()).at("/canonical_status")).isEqualTo(meaning);
  }

  @Test
  void anOrderCancelledAfterItWasCompletedIsAnAnomalyUntilSomebodyHasSeenIt() {
    ShopOrder order = kaspi.add("ARCHIVE", "COMPLETED", ago(1));
    connect();
    refresh();
    kaspi.set(order.code(), "ARCHIVE", "CANCELLED");
    refresh();
    refresh();
    String desk = gateway.newKey(shop, Mode.LIVE, ApiKey.Role.DESK);

    Reply list = gateway.get("/desk/v1/anomalies", desk);
    assertThat(list.json().at("/data")).hasSize(1);
    assertThat(list.at("/data/0/order_id")).isEqualTo(order.id());
    assertThat(list.at("/data/0/order_code")).isEqualTo(order.code());
    assertThat(
            gateway
                .post(
                    "/desk/v1/anomalies/" + list.at("/data/0/id") + "/resolve",
                    "{\"how\":\"acknowledge\"}",
                    desk)
                .status())
        .isEqualTo(204);
    assertThat(gateway.get("/desk/v1/anomalies", desk).json().at("/data")).isEmpty();
  }

  @Test
  void anOrderIsToldWithItsLinesAndWithoutItsBuyer() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    Reply read = get(ORDERS + "/" + order.id());

    assertThat(read.at("/code")).isEqualTo(order.code());
    assertThat(read.at("/total")).isEqualTo("18500.00");
    assertThat(read.at("/lines/0/sku")).isEqualTo(order.sku());
    assertThat(read.at("/lines/0/quantity")).isEqualTo("1");
    assertThat(read.at("/lines/0/catalog_item_id")).isEqualTo("null");
    assertThat(read.text())
        .doesNotContain(MarketplaceSimulator.BUYER)
        .doesNotContain(MarketplaceSimulator.PHONE);
    String stored =
        gateway
            .store
            .read(tx -> tx.marketplaceOrders().find(shop.id(), order.id()))
            .orElseThrow()
            .toString();
    assertThat(stored)
        .doesNotContain(MarketplaceSimulator.BUYER)
        .doesNotContain(MarketplaceSimulator.PHONE)
        .doesNotContain(MarketplaceSimulator.STREET);
  }

  @Test
  void theWindowMayAskWhomToCallAndAProgramMayNot() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    ShopOrder done = kaspi.add("ARCHIVE", "COMPLETED", ago(1));
    ShopOrder old = kaspi.add("PICKUP", "ACCEPTED_BY_MERCHANT", ago(100));
    connect();
    get(ORDERS + "?from=" + ago(120));
    String desk = gateway.newKey(shop, Mode.LIVE, ApiKey.Role.DESK);
    String path = "/desk/v1/marketplace/orders/";
    Reply buyer = gateway.get(path + order.code() + "/buyer", desk);

    assertThat(buyer.at("/name")).startsWith(MarketplaceSimulator.BUYER);
    assertThat(buyer.at("/phone")).isEqualTo(MarketplaceSimulator.PHONE);
    assertThat(gateway.get(path + done.code() + "/buyer", desk).status()).isEqualTo(404);
    assertThat(gateway.get(path + old.code() + "/buyer", desk).status()).isEqualTo(404);
    assertThat(gateway.get(path + order.code() + "/buyer", key).status()).isEqualTo(403);
    byte[] sealed =
        gateway.store.read(tx -> tx.marketplaceBuyers().find(shop.id(), order.id())).orElseThrow();
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(MarketplaceSimulator.BUYER)
        .doesNotContain(MarketplaceSimulator.PHONE);
  }

  @Test
  void theWindowIsToldOfNewOrdersAndOfWhatCanBeDone() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    kaspi.add("ARCHIVE", "COMPLETED", ago(2));
    connect();
    refresh();
    String desk = gateway.newKey(shop, Mode.LIVE, ApiKey.Role.DESK);

    Reply state = gateway.get("/desk/v1/state", desk);
    assertThat(state.at("/orders/connected")).isEqualTo("true");
    assertThat(state.at("/orders/new_orders")).isEqualTo("1");
    assertThat(state.at("/orders/newest_at")).isEqualTo(ago(1).toString());
    assertThat(state.at("/orders/progress/state")).isEqualTo("done");
    assertThat(get(ORDERS + "/" + order.code()).json().at("/actions").toString())
        .isEqualTo("[\"accept\",\"cancel\"]");
    act(order, "accept", "{}");
    assertThat(gateway.get("/desk/v1/state", desk).at("/orders/new_orders")).isEqualTo("0");
    String training = gateway.newKey(shop, Mode.TEST, ApiKey.Role.DESK);
    assertThat(gateway.get("/desk/v1/state", training).at("/orders/connected")).isEqualTo("false");
  }

  @Test
  void anImportOfOlderOrdersRunsBesideAndGoesOnWhereItWasStopped() {
    IntStream.range(0, 40).forEach(i -> kaspi.add("ARCHIVE", "COMPLETED", ago(i)));
    connect();
    refresh();
    String desk = gateway.newKey(shop, Mode.LIVE, ApiKey.Role.DESK);
    String fetch = "{\"from\":\"" + ago(45) + "\"}";

    assertThat(gateway.post("/desk/v1/marketplace/fetch", fetch, desk).status()).isEqualTo(204);
    await().atMost(Duration.ofSeconds(60)).until(() -> get(ORDERS).at("/meta/total").equals("40"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                gateway
                    .get("/desk/v1/marketplace", desk)
                    .at("/imported_from")
                    .equals(ago(45).toString()));
    int calls = kaspi.calls().size();
    gateway.post("/desk/v1/marketplace/fetch", fetch, desk);
    assertThat(kaspi.calls()).hasSize(calls);
    assertThat(gateway.post("/desk/v1/marketplace/fetch", "{\"from\":\"then\"}", desk).status())
        .isEqualTo(422);
  }

  @Test
  void filtersAndAnotherShopSeeTheirsOnly() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    kaspi.add("ARCHIVE", "COMPLETED", ago(2));
    connect();

    assertThat(get(ORDERS + "?state=NEW").at("/meta/total")).isEqualTo("1");
    assertThat(get(ORDERS + "?status=COMPLETED").at("/meta/total")).isEqualTo("1");
    assertThat(get(ORDERS + "?canonical_status=completed").at("/meta/total")).isEqualTo("1");
    assertThat(get(ORDERS + "?search=" + order.sku()).at("/meta/total")).isEqualTo("1");
    assertThat(get(ORDERS + "?canonical_status=nonsense").status()).isEqualTo(422);
    assertThat(gateway.get(ORDERS, gateway.liveKey).at("/meta/total")).isEqualTo("0");
    assertThat(gateway.get(ORDERS + "/" + order.code(), gateway.liveKey).status()).isEqualTo(404);
    String training = gateway.newKey(shop, Mode.TEST, ApiKey.Role.API);
    assertThat(gateway.get(ORDERS, training).at("/meta/total")).isEqualTo("0");
  }

  @Test
  void anOrderGoesThroughItsLifeByTheBuyersCode() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();

    assertThat(act(order, "accept", "{}").status()).isEqualTo(200);
    assertThat(act(order, "accept", "{}").code()).isEqualTo("INVALID_TRANSITION");
    assertThat(act(order, "send-code", "{}").status()).isEqualTo(200);
    assertThat(act(order, "complete", "{}").status()).isEqualTo(422);
    assertThat(act(order, "complete", "{\"security_code\":\"9\"}").status()).isEqualTo(502);
    String code = kaspi.securityCode(order.code()).orElseThrow();
    Reply done = act(order, "complete", "{\"security_code\":\"" + code + "\"}");

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.at("/canonical_status")).isEqualTo("completed");
    assertThat(kaspi.get(order.code()).status()).isEqualTo("COMPLETED");
  }

  @Test
  void theOtherActionsDoWhatTheySay() {
    ShopOrder parcel = kaspi.add("KASPI_DELIVERY", "ACCEPTED_BY_MERCHANT", ago(1), true, false);
    ShopOrder pre = kaspi.add("PICKUP", "ACCEPTED_BY_MERCHANT", ago(1), false, true);
    ShopOrder none = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    ShopOrder back = kaspi.add("KASPI_DELIVERY", "CANCELLING", ago(1));
    connect();

    assertThat(act(parcel, "assemble", "{}").status()).isEqualTo(422);
    assertThat(act(parcel, "assemble", "{\"number_of_space\":2}").at("/status"))
        .isEqualTo("ASSEMBLE");
    assertThat(act(pre, "arrived", "{}").at("/status")).isEqualTo("ARRIVED");
    assertThat(act(none, "cancel", "{\"reason\":\"BORED\"}").status()).isEqualTo(422);
    assertThat(
            act(none, "cancel", "{\"reason\":\"MERCHANT_OUT_OF_STOCK\",\"comment\":\"gone\"}")
                .at("/canonical_status"))
        .isEqualTo("failed");
    assertThat(act(back, "returned", "{}").at("/status")).isEqualTo("ARRIVED_BACKWARD");
  }

  @Test
  void whatAnOrderDoesNotAllowIsNotSent() {
    ShopOrder order = kaspi.add("ARCHIVE", "COMPLETED", ago(1));
    connect();
    for (String action : new String[] {"accept", "arrived", "send-code", "returned"}) {
      Reply refused = act(order, action, "{}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("INVALID_TRANSITION");
    }
    assertThat(writes()).isZero();
  }

  @Test
  void aLostAnswerIsReadAndNeverSentAgain() {
    ShopOrder done = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    ShopOrder open = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    refresh();
    kaspi.fault(new Fault("POST", true, 0));
    assertThat(act(done, "accept", "{}").status()).isEqualTo(200);
    kaspi.fault(new Fault("POST", false, 500));
    Reply doubt = act(open, "accept", "{}");

    assertThat(doubt.status()).isEqualTo(202);
    assertThat(doubt.at("/confirmation")).isEqualTo("unconfirmed");
    assertThat(writes()).isEqualTo(2);
    assertThat(get(ORDERS + "/" + open.code()).at("/confirmation")).isEqualTo("unconfirmed");
    kaspi.set(open.code(), "PICKUP", "ACCEPTED_BY_MERCHANT");
    refresh();
    assertThat(get(ORDERS + "/" + open.code()).at("/confirmation")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 429})
  void aRefusedChangeIsToldAsSuch(int status) {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    refresh();
    kaspi.fault(new Fault("POST", false, status));

    assertThat(act(order, "accept", "{}").status()).isEqualTo(502);
    assertThat(writes()).isEqualTo(1);
    assertThat(kaspi.calls()).noneMatch(it -> it.contains("away"));
  }

  @Test
  void aBusyKaspiIsAskedAgainAndARefusedTokenNoMore() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    kaspi.fault(new Fault("GET", false, 429));
    kaspi.fault(new Fault("GET", false, 503));
    refresh();
    kaspi.revoke(true);
    assertThat(gateway.post("/api/v1/marketplace/refresh", "{}", key).status()).isEqualTo(503);
    int calls = kaspi.calls().size();

    assertThat(act(order, "accept", "{}").code()).isEqualTo("KASPI_SESSION_INVALID");
    assertThat(gateway.post("/api/v1/marketplace/refresh", "{}", key).status()).isEqualTo(503);
    assertThat(kaspi.calls()).hasSize(calls);
    ConnectionReport report = gateway.marketplaceFeed.connector().report(shop.id());
    assertThat(report.word()).isEqualTo("signed_out");
    assertThat(report.trouble()).isEqualTo("token_refused");
    kaspi.revoke(false);
    gateway.marketplaceFeed.connector().probe(shop.id());
    refresh();
  }

  @Test
  void anOrderThatIsNotHereIsNotSaidToBeMissingWhileKaspiIsBusy() {
    kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    refresh();
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(0));
    kaspi.fault(new Fault("GET", false, 503));

    assertThat(get(ORDERS + "/" + order.code()).status()).isEqualTo(502);
    kaspi.fault(new Fault("GET", false, 0));
    assertThat(get(ORDERS + "/" + order.code()).status()).isEqualTo(504);
    assertThat(get(ORDERS + "/" + order.code()).status()).isEqualTo(200);
    assertThat(get(ORDERS + "/999").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "ru,Магазин на Kaspi,заказ,банк|счёт|сесси",
    "kk,Kaspi дүкені,апсырыс,банк|шот|сеанс",
    "en,Kaspi shop,order,bank|invoice|session"
  })
  void whatIsRefusedSpeaksOfTheShopAndTheOrder(
      String language, String shopWord, String orderWord, String never) {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect();
    refresh();
    List<Reply> refusals = new ArrayList<>();
    kaspi.fault(new Fault("POST", false, 400));
    refusals.add(speaking(language, order));
    kaspi.fault(new Fault("GET", false, 0));
    refusals.add(speaking(language, order));
    kaspi.revoke(true);
    refusals.add(speaking(language, order));
    gateway.marketplaceFeed.connector().disconnect(shop.id());
    Reply disconnected = speaking(language, order);

    assertThat(refusals).extracting(Reply::status).containsExactly(502, 504, 503);
    assertThat(refusals)
        .extracting(it -> it.at("/error/message"))
        .allSatisfy(
            it ->
                assertThat(it)
                    .contains(shopWord)
                    .containsIgnoringCase(orderWord)
                    .doesNotContainPattern("(?i)" + never));
    assertThat(disconnected.code()).isEqualTo("KASPI_SESSION_NOT_CONFIGURED");
    assertThat(disconnected.at("/error/message")).contains(shopWord);
  }

  @Test
  void noOrdersWhereSomeWereIsUnsureAndForgetsNothing() {
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", ago(1));
    connect(MarketplaceSimulator.TOKEN_OF_SEVERAL, MarketplaceSimulator.UID);
    refresh();
    ConnectOutcome blind = connect(MarketplaceSimulator.TOKEN_OF_SEVERAL, null);

    assertThat(((ConnectOutcome.Connected) blind).report().details())
        .containsEntry("orders_seen", "no");
    assertThat(gateway.post("/api/v1/marketplace/refresh", "{}", key).at("/state"))
        .isEqualTo("unsure");
    assertThat(gateway.marketplaceFeed.connector().report(shop.id()).trouble()).isEqualTo("unsure");
    assertThat(get(ORDERS + "/" + order.code()).at("/status")).isEqualTo("APPROVED_BY_BANK");
  }

  @Test
  void thirtyDaysOfThreeThousandOrdersAreFetchedInWindows() {
    IntStream.range(0, 3000)
        .forEach(
            i -> kaspi.add("ARCHIVE", "COMPLETED", at().minus(Duration.ofMinutes(14L * i + 1))));
    connect();
    refresh();
    long here = Long.parseLong(get(ORDERS).at("/meta/total"));

    assertThat(here).isBetween(1400L, 1500L);
    String from = at().minus(Duration.ofDays(30)).toString();
    assertThat(get(ORDERS + "?from=" + from).at("/meta/total")).isEqualTo("3000");
    int calls = kaspi.calls().size();
    assertThat(get(ORDERS + "?from=" + from).at("/meta/total")).isEqualTo("3000");
    assertThat(kaspi.calls()).hasSize(calls);
  }

  @Test
  void anOpenOrderOlderThanTheWindowIsReadByItsNumber() {
    ShopOrder order = kaspi.add("PICKUP", "ACCEPTED_BY_MERCHANT", ago(20));
    connect();
    assertThat(get(ORDERS + "?from=" + ago(25)).at("/meta/total")).isEqualTo("1");
    kaspi.set(order.code(), "ARCHIVE", "COMPLETED");
    assertThat(gateway.post("/api/v1/marketplace/refresh", "{}", key).status()).isEqualTo(200);

    assertThat(get(ORDERS + "/" + order.code()).at("/canonical_status")).isEqualTo("completed");
  }

  @Test
  void withoutAConnectionNothingCanBeDone() {
    assertThat(gateway.post("/api/v1/marketplace/refresh", "{}", key).code())
        .isEqualTo("KASPI_SESSION_NOT_CONFIGURED");
    assertThat(get(ORDERS).at("/meta/total")).isEqualTo("0");
  }

  private void connect() {
    assertThat(connect(MarketplaceSimulator.TOKEN, null))
        .isInstanceOf(ConnectOutcome.Connected.class);
  }

  private ConnectOutcome connect(String token, String uid) {
    Map<String, String> values = new HashMap<>();
    values.put("KASPI_MERCHANT_TOKEN", token);
    values.put("KASPI_MERCHANT_BASE_URL", kaspi.url().toString());
    if (uid != null) {
      values.put("KASPI_MERCHANT_UID", uid);
    }
    return gateway.marketplaceFeed.connector().connect(shop.id(), values, _ -> {});
  }

  private Reply act(ShopOrder order, String action, String body) {
    return gateway.post(ORDERS + "/" + order.code() + "/" + action, body, key);
  }

  private Reply speaking(String language, ShopOrder order) {
    return gateway.post(
        ORDERS + "/" + order.code() + "/accept", "{}", key, "Accept-Language", language);
  }

  private Reply get(String path) {
    Reply reply = gateway.get(path, key);
    return reply;
  }

  private void refresh() {
    Reply reply = gateway.post("/api/v1/marketplace/refresh", "{}", key);
    assertThat(reply.at("/state")).as(reply.text()).isEqualTo("done");
  }

  private long writes() {
    return kaspi.calls().stream().filter(it -> it.startsWith("POST")).count();
  }

  private static Instant at() {
    return gateway.clock.instant();
  }

  private static Instant ago(int days) {
    return at().minus(Duration.ofDays(days));
  }
}
