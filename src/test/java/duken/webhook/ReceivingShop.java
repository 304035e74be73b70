package duken.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop's program as its documentation tells it to be written: checks both signatures over the raw
 * bytes before it reads them, refuses old messages, answers a repeated one without acting on it
 * again. It shares no code with the sender, so that it can witness.
 *
 * <p>Also a program of its own: {@code ReceivingShop PORT FILE SECRET} appends every event it
 * accepts to FILE as a line of JSON, on the disk before the answer leaves.
 */
public final class ReceivingShop implements AutoCloseable {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String secret;
  private final InstantSource clock;
  private final HttpServer server;
  private final FileChannel journal;
  private final Set<String> seen = new HashSet<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final List<Event> repeats = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Event> answer = _ -> 200;

  /**
   * A message that was verified.
   *
   * @param id {@code webhook-id}
   * @param attempt {@code X-Webhook-Attempt}
   * @param invoiceId 0 when the event is about none
   * @param status of the invoice, empty when the event is about none
   */
  public record Event(
      String id,
      String event,
      int attempt,
      long invoiceId,
      String status,
      String body,
      Instant receivedAt) {}

  private ReceivingShop(String secret, InstantSource clock, int port, Path file)
      throws IOException {
    this.secret = secret;
    this.clock = clock;
    this.journal = file == null ? null : openJournal(file);
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", this::receive);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** A shop on a free port that remembers in memory. */
  public static ReceivingShop open(String secret, InstantSource clock) throws IOException {
    return new ReceivingShop(secret, clock, 0, null);
  }

  /**
   * A shop that writes accepted events to a file and knows those of an earlier run.
   *
   * @param port 0 for a free one
   */
  public static ReceivingShop open(String secret, InstantSource clock, int port, Path file)
      throws IOException {
    return new ReceivingShop(secret, clock, port, file);
  }

  /** Runs until it is killed. Prints one line when it is ready. */
  public static void main(String[] args) throws IOException {
    ReceivingShop shop =
        open(args[2], Clock.systemUTC(), Integer.parseInt(args[0]), Path.of(args[1]));
    System.out.println("listening on " + shop.url());
  }

  /** Where it wants its events. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** From now on verified messages are answered with this status; 2xx accepts them. */
  public void answerWith(ToIntFunction<Event> status) {
    this.answer = status;
  }

  /** Accepted events in the order they came, each once. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Messages with an id that was accepted before. */
  public List<Event> repeats() {
    return List.copyOf(repeats);
  }

  /** Why messages were refused. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    if (journal != null) {
      journal.close();
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String wrong = check(exchange.getRequestHeaders(), body);
      if (wrong != null) {
        refusals.add(wrong);
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      exchange.sendResponseHeaders(take(read(exchange.getRequestHeaders(), body)), -1);
    }
  }

  /** What is wrong with a message, or null. */
  private String check(Headers headers, byte[] body) {
    String hex = headers.getFirst("X-Webhook-Signature");
    String id = headers.getFirst("webhook-id");
    String time = headers.getFirst("webhook-timestamp");
    String signatures = headers.getFirst("webhook-signature");
    if (hex == null || id == null || time == null || signatures == null) {
      return "a header is missing";
    }
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    if (!equal(hex, "sha256=" + HexFormat.of().formatHex(hmac(text, body)))) {
      return "X-Webhook-Signature is wrong";
    }
    byte[] key = isBase64Secret() ? Base64.getDecoder().decode(secret.substring(6)) : text;
    byte[] head = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    String expected = "v1," + Base64.getEncoder().encodeToString(hmac(key, signed));
    boolean any = false;
    for (String signature : signatures.split(" ")) {
      any |= equal(signature, expected);
    }
    if (!any) {
      return "webhook-signature is wrong";
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0
        ? "too old or too new"
        : null;
  }

  /** A secret the shop was given; another text is the key as it is. */
  private boolean isBase64Secret() {
    return secret.length() % 4 == 2 && secret.matches("whsec_[0-9A-Za-z+/]+={0,2}");
  }

  private Event read(Headers headers, byte[] body) {
    JsonNode json = JSON.readTree(body);
    return new Event(
        headers.getFirst("webhook-id"),
        json.path("event").asString(""),
        Integer.parseInt(headers.getFirst("X-Webhook-Attempt")),
        json.path("invoice").path("id").asLong(0),
        json.path("invoice").path("status").asString(""),
        new String(body, StandardCharsets.UTF_8),
        clock.instant());
  }

  /** Keeps an event, unless it was kept before; the HTTP status to answer. */
  private int take(Event event) throws IOException {
    synchronized (seen) {
      if (seen.contains(event.id())) {
        repeats.add(event);
        return 200;
      }
    }
    int status = answer.applyAsInt(event);
    if (status / 100 == 2) {
      synchronized (seen) {
        if (seen.add(event.id())) {
          write(event);
          events.add(event);
        }
      }
    }
    return status;
  }

  private void write(Event event) throws IOException {
    if (journal == null) {
      return;
    }
    String line = JSON.writeValueAsString(event) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      journal.write(bytes);
    }
    journal.force(true);
  }

  private FileChannel openJournal(Path file) throws IOException {
    if (Files.exists(file)) {
      String text = Files.readString(file);
      // A line without an end was cut off by a kill before it was acknowledged.
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      Files.writeString(file, whole);
      whole.lines().forEach(line -> seen.add(JSON.readTree(line).path("id").asString("")));
    }
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
