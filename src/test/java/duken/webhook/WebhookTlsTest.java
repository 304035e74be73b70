package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import duken.domain.Mode;
import duken.security.WebhookUrlRules;
import duken.store.Scope;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks over TLS: the receiver's certificate has to be trusted and to carry its name. */
class WebhookTlsTest {

  private static final char[] PASSWORD = "password".toCharArray();
  private static final List<String> BODIES = new CopyOnWriteArrayList<>();

  @TempDir static Path folder;
  private static SSLContext context;
  private static HttpsServer server;

  @BeforeAll
  static void open() throws Exception {
    Path file = folder.resolve("receiver.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    context = context(file);
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            BODIES.add(new String(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("ok".getBytes());
          }
        });
    server.start();
  }

  @AfterAll
  static void close() {
    server.stop(0);
  }

  @Test
  void aTrustedReceiverHearsTheBody() {
    BODIES.clear();
    for (int i = 0; i < 3; i++) {
      assertThat(send("localhost", context.getSocketFactory()))
          .isEqualTo(new Verdict(true, 200, null));
    }
    assertThat(BODIES).containsExactly("{}", "{}", "{}");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedBeforeAnythingIsSaid() {
    BODIES.clear();
    SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    assertThat(send("localhost", usual)).isEqualTo(new Verdict(false, null, "TLS failed"));
    assertThat(BODIES).isEmpty();
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    BODIES.clear();
    assertThat(send("127.0.0.1", context.getSocketFactory()))
        .isEqualTo(new Verdict(false, null, "TLS failed"));
    assertThat(BODIES).isEmpty();
  }

  @Test
  void aReceiverThatTakesTheConnectionAndNeverShakesHandsIsATimeout() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(
              send(
                  "localhost",
                  context.getSocketFactory(),
                  mute.getLocalPort(),
                  Duration.ofMillis(400)))
          .isEqualTo(new Verdict(false, null, "timeout"));
    }
  }

  private static Verdict send(String host, SSLSocketFactory tls) {
    return send(host, tls, server.getAddress().getPort(), Duration.ofSeconds(20));
  }

  private static Verdict send(String host, SSLSocketFactory tls, int port, Duration limit) {
    String url = "https://" + host + ":" + port + "/hook";
    try (WebhookSender sender =
        new WebhookSender(
            WebhookUrlRules.standard(),
            WebhookTlsTest::resolve,
            Clock.systemUTC(),
            "1",
            limit,
            tls)) {
      return sender.send(
          new WebhookRequest(
              "id",
              new Scope(7, Mode.TEST),
              "webhook.test",
              1,
              url,
              "{}",
              "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    if (!host.equals("localhost")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }

  private static SSLContext context(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
