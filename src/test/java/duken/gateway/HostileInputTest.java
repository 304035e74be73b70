package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.gateway.problem.Problem;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import duken.store.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * 5,000 requests of ill will: each is answered in time, never with a 5xx, every error in its
 * envelope, and what was refused left nothing behind. Repeat a run with {@code
 * -Dhostile.seed=NUMBER}, lengthen it with {@code -Dhostile.requests=NUMBER}.
 */
class HostileInputTest {

  private static final long SEED = Long.getLong("hostile.seed", 20260514);
  private static final int REQUESTS = Integer.getInteger("hostile.requests", 5_000);
  private static final int SLOW = 8;
  private static final int MOST_SHOWN = 20;
  private static final int CLIENTS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int HELD_AGAINST_THE_DOCUMENT = 10;
  private static final Set<String> CODES =
      Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());

  private final Set<Long> created = new ConcurrentSkipListSet<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();

  @Test
  void nothingBreaksTheGatewayAndNothingRefusedIsStored() throws Exception {
    System.out.println("HostileInputTest: seed " + SEED + ", " + REQUESTS + " requests");
    GatewayOptions o = RunningGateway.unlimited();
    GatewayOptions options =
        new GatewayOptions(
            o.publicUrl(), o.hosts(), 1_000_000, true, o.adminKey(), o.version(), PATIENCE);
    try (RunningGateway gateway = new RunningGateway(options);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      HostileRequests requests =
          new HostileRequests(SEED, List.of(gateway.key, gateway.key, gateway.liveKey));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = requests.next();
        int number = i;
        running.add(clients.submit(() -> tryOne(gateway, number, request)));
      }
      for (int i = 0; i < SLOW; i++) {
        byte[] request = requests.unfinished();
        running.add(clients.submit(() -> trySlow(gateway, request)));
      }
      for (Future<?> one : running) {
        one.get();
      }
      assertThat(faults.stream().limit(MOST_SHOWN).toList()).isEmpty();
      assertThat(stored(gateway)).isEqualTo(new TreeSet<>(created));
      assertThat(created).as("some were good").hasSizeGreaterThan(REQUESTS / 50);
      assertThat(refused.get()).as("most were refused").isGreaterThan(REQUESTS / 3);
      System.out.println(
          "HostileInputTest: %d served, %d refused, %d invoices"
              .formatted(served.get(), refused.get(), created.size()));
    }
  }

  private void tryOne(RunningGateway gateway, int number, byte[] request) {
    String what = "seed " + SEED + ", request " + number + ": " + shown(request);
    try {
      byte[] answer = answerTo(gateway, request, what);
      judge(request, answer, what);
      if (number % HELD_AGAINST_THE_DOCUMENT == 0 && isPlain(request)) {
        OpenApi.checkAnswer(Exchange.ofBytes(request, answer));
      }
    } catch (AssertionError | RuntimeException e) {
      faults.add(what + "\n" + e);
    }
  }

  private void trySlow(RunningGateway gateway, byte[] request) {
    String what = "a body that never ends";
    byte[] answer = answerTo(gateway, request, what);
    judge(request, answer, what);
    String first = shown(answer);
    // Who had no right to call, or called another host, hears that before a body is waited for.
    assertThat(first).as(what).matches("(?s)HTTP/1.1 (400|401|408|421|429).*");
  }

  private void judge(byte[] request, byte[] answer, String what) {
    assertThat(answer.length).as("answered: %s", what).isPositive();
    Reply reply = Exchange.ofBytes(request, answer).reply();
    assertThat(reply.status()).as("%s answered %s", what, reply.text()).isBetween(200, 499);
    assertThat(reply.header("X-Request-Id")).as(what).isPresent();
    if (shown(request).startsWith("HEAD ")) {
      return;
    }
    if (reply.status() >= 400) {
      refused.incrementAndGet();
      assertEnvelope(reply, what);
    } else {
      served.incrementAndGet();
    }
    if (reply.status() == 201 && shown(request).matches("(?s)POST /api/v1/invoices(/qr)? .*")) {
      created.add(reply.json().at("/id").asLong());
    }
  }

  private static void assertEnvelope(Reply reply, String what) {
    JsonNode error;
    try {
      error = reply.json().at("/error");
    } catch (JacksonException e) {
      throw new AssertionError(what + " answered no JSON: " + reply.text(), e);
    }
    assertThat(error.at("/code").asString()).as("%s answered %s", what, reply.text()).isIn(CODES);
    assertThat(error.at("/message").asString()).as(what).isNotBlank();
    assertThat(error.at("/fields").isObject()).as(what).isTrue();
    assertThat(reply.text()).as(what).doesNotContain("Exception", "duken.", "java.", "select ");
  }

  private static byte[] answerTo(RunningGateway gateway, byte[] request, String what) {
    long startedAt = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.server.port())) {
      socket.setSoTimeout((int) LONGEST.toMillis());
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException _) {
        // Answered before everything was sent.
      }
      byte[] answer = withoutInterim(all(socket.getInputStream()));
      assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).as(what).isLessThan(LONGEST);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(what, e);
    }
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    return all.toByteArray();
  }

  private static byte[] withoutInterim(byte[] answer) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    boolean interim = text.startsWith("HTTP/1.1 100 ");
    return interim
        ? text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1)
        : answer;
  }

  private static boolean isPlain(byte[] request) {
    return shown(request).matches("(?s)[A-Z]+ /api/v1/[a-z0-9/_-]+(\\?\\S*)? HTTP/1\\.1\r\n.*");
  }

  private static Set<Long> stored(RunningGateway gateway) {
    Set<Long> stored = new TreeSet<>();
    for (Mode mode : Mode.values()) {
      Scope scope = new Scope(gateway.shop.id(), mode);
      for (long offset = 0, total = 1; offset < total; offset += 100) {
        long from = offset;
        var page = gateway.store.read(tx -> tx.invoices().list(scope, all(from)));
        page.rows().forEach(invoice -> stored.add(invoice.id()));
        total = page.total();
      }
    }
    return stored;
  }

  private static InvoiceQuery all(long offset) {
    return new InvoiceQuery(
        Set.of(),
        null,
        new InvoiceQuery.Period(null, null, false),
        new InvoiceQuery.Typed(null, null, null, null),
        new InvoiceQuery.Slice(Sort.ID, false, 100, offset));
  }

  private static String shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
  }
}
