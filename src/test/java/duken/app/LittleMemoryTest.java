package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine with a heap of 128 MiB outlives what many clients send it at once. */
class LittleMemoryTest {

  private static final int PICTURE = 5_242_880;
  private static final String PLACE = "/api/v1/catalog/upload-image";

  @TempDir private static Path folder;
  private static DukenProcess engine;
  private static int port;
  private static String key;

  @BeforeAll
  static void start() {
    engine =
        DukenProcess.start(
            Map.of("DUKEN_RATE_LIMIT_PER_MINUTE", "1000", "DUKEN_WARM_UP", "yes"),
            List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"),
            "engine",
            "--data",
            folder.toString(),
            "--port",
            "0");
    port = URI.create(engine.url()).getPort();
    try (DukenProcess made =
        DukenProcess.start(
            "key",
            "create",
            "--tenant",
            "Shop",
            "--mode",
            "test",
            "--json",
            "--data",
            folder.toString())) {
      assertThat(made.exitCode()).as(made.err()).isZero();
      key = WireJson.mapper().readTree(made.out()).at("/key").asString();
    }
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void twentyPicturesAtOnceAreAllKept() {
    List<String> answers = atOnce(20, number -> upload(number, key));
    assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 200"));
    assertThat(engine.isAlive()).isTrue();
  }

  @Test
  void whoHasNoKeyIsRefusedBeforeAByteOfItsBodyIsRead() {
    List<String> answers =
        atOnce(
            40,
            number -> exchange(head("/api/v1/invoices", "application/json", "wrong", 1_000_000)));
    assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (401|429).*"));
    assertThat(engine.isAlive()).isTrue();
  }

  @Test
  void largeBodiesOfManyClientsTakeTurns() {
    byte[] body = ("{\"x\":[" + "{},".repeat(340_000) + "{}]}").getBytes(StandardCharsets.UTF_8);
    List<String> answers =
        atOnce(
            24,
            number ->
                exchange(head("/api/v1/invoices/qr", "application/json", key, body.length), body));
    assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (422|503).*"));
    assertThat(engine.isAlive()).isTrue();
  }

  private static String upload(int number, String with) {
    byte[] picture = new byte[PICTURE];
    new Random(number).nextBytes(picture);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    System.arraycopy(png, 0, picture, 0, png.length);
    byte[] before =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] after = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        head(
            PLACE,
            "multipart/form-data; boundary=b",
            with,
            before.length + picture.length + after.length);
    return exchange(head, before, picture, after);
  }

  private static byte[] head(String path, String type, String with, int length) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: "
            + with
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String exchange(byte[]... pieces) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      for (byte[] piece : pieces) {
        out.write(piece);
      }
      out.flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> atOnce(int count, IntFunction<String> call) {
    CyclicBarrier begin = new CyclicBarrier(count);
    ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    List<Thread> callers =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(
                number ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              await(begin);
                              try {
                                answers.add(call.apply(number));
                              } catch (RuntimeException e) {
                                answers.add(e.toString());
                              }
                            }))
            .toList();
    callers.forEach(LittleMemoryTest::join);
    assertThat(answers).hasSize(count);
    return List.copyOf(answers);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      int unused = barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
