package duken.app.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import duken.desktop.text.Language;
import duken.desktop.updates.Release;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Against a server on loopback, signed by the command a release is signed with. */
class UpdateWatchTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private static Path folder;
  private static ReleaseSigner signer;

  @TempDir private Path home;
  private final StoppedClock clock = new StoppedClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(UpdateWatch.class);
  private HttpServer server;
  private volatile String answer = "";
  private volatile int status = 200;
  private volatile String location;
  private UpdateWatch watch;

  @BeforeEach
  void listen() throws Exception {
    if (signer == null) {
      signer = new ReleaseSigner(folder);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/latest.json",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/slow.json",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await(over);
          exchange.close();
        });
    server.start();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    watch = watch("0.1.0", "/latest.json", Optional.empty());
  }

  @AfterEach
  void stop() {
    watch.close();
    over.countDown();
    server.stop(0);
    logger.detachAppender(log);
  }

  @Test
  void aSignedNewerVersionIsToldOfWithWhatIsNew() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z");

    watch.look();

    Release told = watch.releaseProperty().get();
    assertThat(told.version()).isEqualTo("0.2.0");
    assertThat(told.page()).isEqualTo(URI.create("https://duken.example/download"));
    assertThat(told.news().get(Language.KK)).containsExactly("бірінші", "екінші \"тырнақша\"");
    assertThat(lines()).isEmpty();
  }

  @Test
  void itAsksOnceADayAlsoAfterARestart() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z");

    watch.look();
    clock.pass(DAY.minusSeconds(1));
    watch.look();
    UpdateWatch again = restarted();
    again.look();
    assertThat(asked).hasValue(1);
    clock.pass(Duration.ofSeconds(1));
    again.look();

    assertThat(asked).hasValue(2);
  }

  @Test
  void whatWasToldIsStillToldAfterARestartWithoutANetwork() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z");
    watch.look();
    server.stop(0);

    UpdateWatch again = restarted();
    again.recall();

    assertThat(again.releaseProperty().get().version()).isEqualTo("0.2.0");
  }

  @Test
  void laterHidesThisVersionAndNotTheNext() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z");
    watch.look();
    watch.later(watch.releaseProperty().get());
    assertThat(watch.releaseProperty().get()).isNull();

    UpdateWatch again = restarted();
    again.recall();
    clock.pass(DAY);
    again.look();
    assertThat(again.releaseProperty().get()).isNull();

    answer = signer.sign("0.2.1", "2026-11-21T08:00:00Z");
    clock.pass(DAY);
    again.look();
    assertThat(again.releaseProperty().get().version()).isEqualTo("0.2.1");
  }

  @Test
  void anotherKeysSignatureIsNotBelieved() throws Exception {
    answer = new ReleaseSigner(home).sign("0.2.0", "2026-11-20T08:00:00Z");

    watch.look();

    assertThat(watch.releaseProperty().get()).isNull();
    assertThat(lines()).singleElement().asString().contains("not signed");
  }

  @Test
  void aChangedLetterIsNotBelieved() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z").replace("0.2.0", "0.9.0");

    watch.look();

    assertThat(watch.releaseProperty().get()).isNull();
    assertThat(lines()).singleElement().asString().contains("not signed");
  }

  @Test
  void anOlderDocumentShownAgainChangesNothing() throws Exception {
    String old = signer.sign("0.1.5", "2026-11-20T08:00:00Z");
    answer = signer.sign("0.2.0", "2026-11-21T08:00:00Z");
    watch.look();
    answer = old;
    clock.pass(DAY);

    watch.look();

    assertThat(watch.releaseProperty().get().version()).isEqualTo("0.2.0");
    assertThat(lines()).singleElement().asString().contains("older than the one seen before");
  }

  @Test
  void anOlderVersionIsNotToldOfAndTheSameOneIsNoMatter() throws Exception {
    answer = signer.sign("0.0.9", "2026-11-20T08:00:00Z");
    watch.look();
    assertThat(watch.releaseProperty().get()).isNull();
    assertThat(lines()).singleElement().asString().contains("older than this program");

    answer = signer.sign("0.1.0", "2026-11-21T08:00:00Z");
    clock.pass(DAY);
    watch.look();
    assertThat(watch.releaseProperty().get()).isNull();
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aHugeAnswerIsNotRead() {
    answer = "{\"payload\":\"" + "x".repeat(UpdateDocument.LARGEST) + "\"}";

    watch.look();

    assertThat(lines()).singleElement().asString().contains("larger");
  }

  @Test
  void aSlowAnswerIsNotWaitedFor() {
    UpdateWatch slow = watch("0.1.0", "/slow.json", Optional.empty());

    slow.look();
    slow.look();

    assertThat(slow.releaseProperty().get()).isNull();
    assertThat(lines()).singleElement().asString().contains("too long");
    assertThat(asked).hasValue(1);
    slow.close();
  }

  @Test
  void anAnswerThatLeadsAwayWithoutTlsIsNotFollowed() {
    status = 302;
    location = "http://updates.shop.example/latest.json";

    watch.look();

    assertThat(lines()).singleElement().asString().contains("without TLS");
  }

  @Test
  void rubbishIsNoDocument() {
    answer = "<html>Wi-Fi: sign in</html>";

    watch.look();

    assertThat(lines()).singleElement().asString().contains("no document");
  }

  @Test
  void withoutANetworkItIsSilentAndAsksAgainInAnHour() throws Exception {
    InetSocketAddress address = server.getAddress();
    server.stop(0);
    watch.look();
    assertThat(lines()).isEmpty();

    server = HttpServer.create(address, 0);
    server.createContext(
        "/latest.json",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    clock.pass(Duration.ofMinutes(59));
    watch.look();
    assertThat(asked).hasValue(0);
    clock.pass(Duration.ofMinutes(1));
    watch.look();

    assertThat(asked).hasValue(1);
    assertThat(lines()).singleElement().asString().contains("404");
  }

  @Test
  void theProgramHasAKeyOfItsOwnWhichIsNotThatOfATest() throws Exception {
    String signed = signer.sign("0.2.0", "2026-11-20T08:00:00Z");
    ReleaseKeys ours = ReleaseKeys.ofThisProgram();

    assertThat(ours.isEmpty()).isFalse();
    assertThatThrownBy(() -> UpdateDocument.read(signed, ours)).isInstanceOf(Refused.class);
  }

  @Test
  void switchedOffItAsksNobody() throws Exception {
    answer = signer.sign("0.2.0", "2026-11-20T08:00:00Z");
    UpdateWatch settled = watch("0.1.0", "/latest.json", Optional.of(false));
    settled.look();
    watch.turn(false);
    watch.look();
    assertThat(asked).hasValue(0);
    assertThat(settled.isFixed()).isTrue();
    settled.close();
    watch.close();

    watch = watch("0.1.0", "/latest.json", Optional.empty());
    watch.look();
    assertThat(watch.isOn()).isFalse();
    assertThat(asked).hasValue(0);
  }

  private UpdateWatch watch(String own, String path, Optional<Boolean> decided) {
    return new UpdateWatch(
        own,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
        decided,
        new UpdateMemory(home.resolve("updates.properties")),
        new UpdateSource(Duration.ofSeconds(2)),
        ReleaseKeys.of(List.of(signer.publicKey())),
        clock,
        Runnable::run);
  }

  private UpdateWatch restarted() {
    watch.close();
    watch = watch("0.1.0", "/latest.json", Optional.empty());
    return watch;
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
