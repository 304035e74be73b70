package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator turns the bank over HTTP, as the page in the browser does. */
class ControlTest {

  private static final String QR = "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\"}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private BankSimulator bank;
  private TestPhone phone;

  @BeforeEach
  void start() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
    phone = new TestPhone(bank.url(), Clock.systemUTC(), "XS2").signIn("7001234567");
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @ParameterizedTest
  @CsvSource({
    "scan, '', Wait",
    "pay, '', Processed",
    "decline, '', CancelledByUser",
    "expire, '', QrTokenDiscarded",
    "status, '{\"word\":\"Anything\"}', Anything"
  })
  void aButtonMovesAnOperation(String action, String body, String word) throws Exception {
    long id = qr();
    assertThat(post("operations/" + id + "/" + action, body).at("/operations/0/status").asString())
        .isEqualTo(word);
    assertThat(bank.operation(id).status()).isEqualTo(word);
  }

  @Test
  void moneyGoesBackFromThePhoneAndNeverMoreThanThereIs() throws Exception {
    long id = qr();
    bank.pay(id);
    JsonNode state = post("operations/" + id + "/refund", "{\"amount\":120.5}");
    assertThat(state.at("/operations/0/returned").decimalValue()).isEqualByComparingTo("120.5");
    assertThat(post("operations/" + id + "/refund", "{\"amount\":500}").has("error")).isTrue();
    state = post("operations/" + id + "/refund", "");
    assertThat(state.at("/operations/0/returnable").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void theStateTellsEverything() throws Exception {
    qr();
    phone.sign(phone.qrpay("POST", "/v01/qr-token/create", QR)).tamperedBody("{}").send();
    JsonNode state = send("GET", "state", "");
    assertThat(state.path("smsCode").asString()).isEqualTo("1234");
    assertThat(state.path("signedIn").get(0).asString()).isEqualTo("7001234567");
    assertThat(state.at("/counts/qrs").asInt()).isEqualTo(1);
    assertThat(state.at("/refusals/0/check").asString()).isEqualTo("X-Sign");
    assertThat(state.at("/refusals/0/breach").asBoolean()).isTrue();
    assertThat(post("forget", "").path("refusals").size()).isZero();
  }

  @Test
  void faultsWaitAndAreCleared() throws Exception {
    JsonNode state =
        post("faults", "{\"path\":\"*\",\"kind\":\"HTTP_STATUS\",\"number\":502,\"times\":-1}");
    assertThat(state.at("/faults/0/times").asInt()).isEqualTo(-1);
    assertThat(phone.post("/v01/qr-token/create", QR).status()).isEqualTo(502);
    assertThat(send("DELETE", "faults", "").path("faults").size()).isZero();
    assertThat(phone.post("/v01/qr-token/create", QR).status()).isEqualTo(200);
  }

  @Test
  void behaviourTimeAndPeopleAreTurned() throws Exception {
    assertThat(post("behaviour", "{\"remoteCreate\":\"BOTH\"}").at("/behaviour/remoteCreate"))
        .hasToString("\"BOTH\"");
    long id = qr();
    assertThat(post("advance", "{\"seconds\":180}").at("/operations/0/status").asString())
        .isEqualTo("QrTokenDiscarded");
    assertThat(send("GET", "polls/" + id, "").size()).isZero();
    assertThat(post("end", "{\"phone\":\"7001234567\"}").path("signedIn").size()).isZero();
    assertThat(phone.post("/v01/qr-token/create", QR).status()).isEqualTo(401);
    assertThat(post("evict", "{\"phone\":\"7001234567\"}").path("signedIn").size()).isZero();
    assertThat(phone.post("/v01/qr-token/create", QR).code()).isEqualTo(-101_001);
    post("payer", "{\"phone\":\"7017654321\",\"name\":\"Имя\"}");
    post("skew", "{\"seconds\":600}");
    assertThat(phone.post("/v01/qr-token/create", QR).code()).isEqualTo(-10_001);
  }

  @Test
  void connectionsAreRefusedForAWhile() throws Exception {
    post("refuse", "{\"seconds\":1}");
    Awaitility.await().until(() -> !isReachable());
    Awaitility.await().until(this::isReachable);
    assertThat(send("GET", "state", "").path("smsCode").asString()).isEqualTo("1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "operations/1/pay",
        "operations/x/pay",
        "operations/1/dance",
        "faults",
        "advance",
        "behaviour",
        "refuse",
        "payer"
      })
  void whatCannotBeIsSaidInWords(String call) throws Exception {
    assertThat(post(call, "{\"strange\":true}").path("error").asString()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/control.js, text/javascript; charset=utf-8",
    "/control.css, text/css; charset=utf-8",
    "/control.svg, image/svg+xml"
  })
  void thePageBringsItsOwnFilesAndAsksNobodyElse(String path, String type) throws Exception {
    HttpResponse<String> answer = raw("GET", path, "", "X-Nothing", "1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
    assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://");
  }

  @Test
  void aPageOfAnotherSiteGetsNothing() throws Exception {
    HttpResponse<String> answer =
        raw("POST", "/control/evict", "{}", "Origin", "https://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(phone.post("/v01/qr-token/create", QR).code()).isZero();
  }

  @Test
  void itListensOnLoopbackAlone() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress address : others) {
      assertThat(refuses(address)).as("listens on %s", address).isTrue();
    }
    assertThat(bank.url().getHost()).isEqualTo("127.0.0.1");
  }

  private boolean refuses(InetAddress address) throws IOException {
    try (Socket _ = new Socket(address, bank.url().getPort())) {
      return false;
    } catch (ConnectException _) {
      return true;
    }
  }

  private boolean isReachable() {
    try (Socket socket = new Socket("127.0.0.1", bank.url().getPort())) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private long qr() {
    return phone.post("/v01/qr-token/create", QR).data().path("QrOperationId").asLong();
  }

  private JsonNode post(String call, String body) throws Exception {
    return send("POST", call, body);
  }

  private JsonNode send(String method, String call, String body) throws Exception {
    return JsonMapper.shared()
        .readTree(raw(method, "/control/" + call, body, "Content-Type", "application/json").body());
  }

  private HttpResponse<String> raw(
      String method, String path, String body, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bank.url() + path))
            .header(header, value)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
