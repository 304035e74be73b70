package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import duken.domain.Mode;
import duken.security.WebhookUrlRules;
import duken.store.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookSenderTest {

  private static final Scope TEST = new Scope(7, Mode.TEST);
  private static final String BODY = "{\"event\":\"webhook.test\",\"name\":\"Әсел\"}";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final WebhookSender sender = sender(Duration.ofSeconds(20));
  private final WebhookSender hurried = sender(Duration.ofMillis(400));

  @AfterEach
  void closeThem() {
    sender.close();
    hurried.close();
  }

  @Test
  void aReceiverCanCheckBothSignatures() throws IOException {
    try (ReceivingShop shop = ReceivingShop.open(SECRET, Clock.systemUTC())) {
      Verdict verdict = sender.send(letter(shop.url()));

      assertThat(verdict).isEqualTo(new Verdict(true, 200, null));
      assertThat(shop.refusals()).isEmpty();
      assertThat(shop.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.body()).isEqualTo(BODY);
                assertThat(event.id()).isEqualTo("id-1");
                assertThat(event.event()).isEqualTo("webhook.test");
                assertThat(event.attempt()).isEqualTo(2);
              });
    }
  }

  @Test
  void aReceiverWithAnotherSecretRefuses() throws IOException {
    try (ReceivingShop shop = ReceivingShop.open("another secret of 30 letters", clock())) {
      assertThat(sender.send(letter(shop.url()))).isEqualTo(new Verdict(false, 401, "HTTP 401"));
      assertThat(shop.events()).isEmpty();
    }
  }

  @Test
  void theRequestCarriesTheContractsHeaders() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          seen.add(exchange.getRequestMethod());
          seen.add(headers.getFirst("Content-Type"));
          seen.add(headers.getFirst("User-Agent"));
          seen.add(headers.getFirst("X-Webhook-Event"));
          seen.add(headers.getFirst("X-Webhook-Delivery"));
          seen.add(headers.getFirst("X-Webhook-Attempt"));
          seen.add(headers.getFirst("webhook-id"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      Verdict verdict =
          sender.send(letter("http://127.0.0.1:" + server.getAddress().getPort() + "/a?b=c"));

      assertThat(verdict.delivered()).isTrue();
      assertThat(seen)
          .containsExactly(
              "POST", "application/json", "Duken/1.2.3", "webhook.test", "id-1", "2", "id-1");
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {300, 301, 302, 304, 307, 308, 400, 401, 404, 408, 410, 421, 429, 500, 502, 503, 504})
  void everyOtherStatusIsAFailureAndIsAskedOnce(int status) throws IOException {
    try (RawReceiver receiver =
        new RawReceiver(
            RawReceiver.says(
                "HTTP/1.1 "
                    + status
                    + " X\nLocation: /elsewhere\nRetry-After: 0\nContent-Length: 0\n\n"))) {
      assertThat(sender.send(letter(receiver.url())))
          .isEqualTo(new Verdict(false, status, "HTTP " + status));
      assertThat(receiver.requests()).containsExactly("POST /hook HTTP/1.1");
    }
  }

  @Test
  void aDemandForAProxyPasswordIsAFailureToo() throws IOException {
    try (RawReceiver receiver =
        new RawReceiver(RawReceiver.says("HTTP/1.1 407 X\nContent-Length: 0\n\n"))) {
      assertThat(sender.send(letter(receiver.url())).delivered()).isFalse();
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void silenceIsATimeout() throws IOException {
    try (RawReceiver receiver = new RawReceiver((_, closed) -> closed.await())) {
      assertThat(hurried.send(letter(receiver.url())))
          .isEqualTo(new Verdict(false, null, "timeout"));
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void aDrippingStatusLineIsATimeout() throws IOException {
    try (RawReceiver receiver = new RawReceiver(RawReceiver.drips("HTTP/1.1 200", "X"))) {
      assertThat(hurried.send(letter(receiver.url())))
          .isEqualTo(new Verdict(false, null, "timeout"));
    }
  }

  /** PHP, nginx before a dead backend, programs of one's own: the answers of real receivers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 No Content\nContent-Length: 5\n\nhello",
        "HTTP/1.1 205 Reset\nContent-Length: 5\n\nhello",
        "HTTP/1.1 200 OK\n",
        "HTTP/1.1 200 OK\nContent-Le",
        "HTTP/1.1 200 OK\nContent-Length: 900\n\nshort",
        "HTTP/1.1 200 OK\nContent-Length: many\n\n",
        "HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2\n\nab",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nno chunk",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhel",
        "HTTP/1.1 200 OK\na line without a colon\n: \n\n",
        "HTTP/1.1 200\n\n",
        "HTTP/1.0 200 OK\n\nuntil the end",
        "HTTP/1.1 299 Whatever\n\n",
        "HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 201 Created\n\n"
      })
  void aCompleteStatusLineCountsHoweverTheRestIsFramed(String answer) throws IOException {
    try (RawReceiver receiver = new RawReceiver(RawReceiver.saysAndCloses(answer))) {
      Verdict verdict = sender.send(letter(receiver.url()));

      assertThat(verdict.delivered()).as(answer).isTrue();
      assertThat(receiver.requests()).containsExactly("POST /hook HTTP/1.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 200 OK", "HTTP/1.1 100 Continue\n\n"})
  void anIncompleteStatusLineDoesNotCount(String answer) throws IOException {
    try (RawReceiver receiver = new RawReceiver(RawReceiver.saysAndCloses(answer))) {
      assertThat(sender.send(letter(receiver.url())))
          .isEqualTo(new Verdict(false, null, "connection broken"));
    }
  }

  @Test
  void whatDripsBehindTheStatusLineDoesNotTakeTheYesBack() throws IOException {
    try (WebhookSender impatient = sender(Duration.ofSeconds(2))) {
      for (String head :
          List.of("HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK\nContent-Length: 900000\n\n")) {
        try (RawReceiver receiver = new RawReceiver(RawReceiver.drips(head, "x"))) {
          assertThat(impatient.send(letter(receiver.url())))
              .isEqualTo(new Verdict(true, 200, null));
        }
      }
    }
  }

  @Test
  void aHugeBodyIsLeftUnread() throws IOException {
    String flood = "x".repeat(100_000);
    try (RawReceiver receiver =
        new RawReceiver(
            RawReceiver.drips("HTTP/1.1 200 OK\nContent-Length: 9000000000\n\n", flood))) {
      assertThat(sender.send(letter(receiver.url()))).isEqualTo(new Verdict(true, 200, null));
    }
  }

  @Test
  void aResetIsAFailureAndIsNotRepeated() throws IOException {
    try (RawReceiver receiver = new RawReceiver(RawReceiver.resets())) {
      assertThat(sender.send(letter(receiver.url())))
          .isEqualTo(new Verdict(false, null, "connection broken"));
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatIsNoHttpIsAFailure() throws IOException {
    try (RawReceiver receiver = new RawReceiver(RawReceiver.says("hello\n\n"))) {
      assertThat(sender.send(letter(receiver.url())).error()).isEqualTo("connection broken");
    }
  }

  @Test
  void aClosedPortIsAFailure() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(sender.send(letter("http://127.0.0.1:" + port + "/")))
        .isEqualTo(new Verdict(false, null, "connection refused"));
  }

  @Test
  void anUnknownHostIsAFailure() {
    assertThat(sender.send(letter("https://nowhere.kz/")).error()).isEqualTo("host not found");
  }

  @Test
  void aNameServerThatHangsIsATimeLimitedFailure() {
    assertThat(hurried.send(letter("https://hangs.kz/")).delivered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://2852039166/",
        "http://169.254.43518/",
        "http://0/",
        "https://metadata.kz/",
        "http://8.8.8.8/",
        "ftp://localhost/",
        "nonsense"
      })
  void aForbiddenAddressIsNotConnectedTo(String url) {
    assertThat(sender.send(letter(url))).isEqualTo(new Verdict(false, null, "address not allowed"));
  }

  @Test
  void aNameThatChangesItsMindAfterItWasSavedIsCaught() throws IOException {
    AtomicInteger lookUps = new AtomicInteger();
    WebhookUrlRules.Resolver rebinding =
        _ ->
            List.of(
                InetAddress.ofLiteral(
                    lookUps.incrementAndGet() == 1 ? "93.184.215.14" : "192.168.0.1"));
    WebhookUrlRules rules = WebhookUrlRules.standard();

    assertThat(rules.check("https://rebind.kz/", true, rebinding)).isEmpty();
    try (WebhookSender careful =
        new WebhookSender(rules, rebinding, clock(), "1", Duration.ofSeconds(5))) {
      assertThat(careful.send(letter("https://rebind.kz/")).error())
          .isEqualTo("address not allowed");
    }
    assertThat(lookUps).as("what was judged is what is connected to").hasValue(2);
  }

  @Test
  void theLoopbackIsClosedToRealPaymentsWhenTheSettingSaysSo() throws IOException {
    try (ReceivingShop shop = ReceivingShop.open(SECRET, clock());
        WebhookSender strict =
            new WebhookSender(
                new WebhookUrlRules(false, false),
                WebhookSenderTest::resolve,
                clock(),
                "1",
                Duration.ofSeconds(5))) {
      Scope live = new Scope(7, Mode.LIVE);
      String byName = shop.url().replace("127.0.0.1", "localhost");

      assertThat(strict.send(letter(byName)).delivered()).isTrue();
      assertThat(strict.send(letter(live, byName)).error()).isEqualTo("address not allowed");
      assertThat(strict.send(letter(live, shop.url())).error()).isEqualTo("address not allowed");
    }
  }

  @Test
  void aReceiversNameMayHaveAnUnderscore() throws IOException {
    try (ReceivingShop shop = ReceivingShop.open(SECRET, Clock.systemUTC())) {
      assertThat(sender.send(letter(shop.url().replace("127.0.0.1", "kassa_1"))).delivered())
          .isTrue();
      assertThat(shop.refusals()).isEmpty();
    }
  }

  @Test
  void aLettersTextShowsNoAddressBodyOrSecret() {
    assertThat(letter("https://shop.kz/?token=x")).hasToString("webhook.test id-1, attempt 2");
  }

  private static WebhookRequest letter(String url) {
    return letter(TEST, url);
  }

  private static WebhookRequest letter(Scope scope, String url) {
    return new WebhookRequest("id-1", scope, "webhook.test", 2, url, BODY, SECRET);
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static WebhookSender sender(Duration limit) {
    return new WebhookSender(
        WebhookUrlRules.standard(), WebhookSenderTest::resolve, clock(), "1.2.3", limit);
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "localhost", "kassa_1" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
      case "metadata.kz" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
      case "hangs.kz" -> {
        waitForever();
        yield List.of();
      }
      default -> throw new UnknownHostException(host);
    };
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
