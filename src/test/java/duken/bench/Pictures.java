package duken.bench;

import duken.api.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Fifty clients fetch the largest picture at once from an engine with a heap smaller than that. */
final class Pictures {

  private static final int LARGEST = 5_242_880;
  private static final int CLIENTS = 50;
  private static final int ROUNDS = 10;

  private Pictures() {}

  static void measure() throws IOException {
    System.out.println("\n## Fifty pictures of 5 MiB at once, engine with 256 MiB of heap\n");
    try (EngineUnderLoad engine = new EngineUnderLoad()) {
      byte[] picture = new byte[LARGEST];
      new Random(1).nextBytes(picture);
      System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, picture, 0, 3);
      URI uri = upload(engine.calls(), picture);
      fetchAll(engine.calls(), uri);
      long before = engine.residentMebibytes();
      AtomicLong peak = new AtomicLong(before);
      List<Long> each = new ArrayList<>();
      List<Long> all = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        long begun = System.nanoTime();
        CompletableFuture<List<Long>> fetched =
            CompletableFuture.supplyAsync(() -> fetchAll(engine.calls(), uri));
        while (!fetched.isDone()) {
          peak.accumulateAndGet(engine.residentMebibytes(), Math::max);
        }
        each.addAll(fetched.join());
        all.add(System.nanoTime() - begun);
      }
      System.out.println("| | |\n|---|---|");
      System.out.println("| one client's picture, ms | " + Spread.ofNanos(each) + " |");
      System.out.println("| all fifty, 250 MiB, ms | " + Spread.ofNanos(all) + " |");
      System.out.println("| resident before, MiB | " + before + " |");
      System.out.println("| resident at most meanwhile, MiB | " + peak + " |");
    }
  }

  private static URI upload(EngineUnderLoad.Calls calls, byte[] picture) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(calls.url() + "/api/v1/catalog/upload-image"))
            .header("X-API-Key", calls.key())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"),
                    HttpRequest.BodyPublishers.ofByteArray(picture),
                    HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n")))
            .build();
    try {
      String answer = calls.http().send(request, HttpResponse.BodyHandlers.ofString()).body();
      String id = WireJson.mapper().readTree(answer).get("image_id").asString();
      return URI.create(calls.url() + "/api/v1/catalog/images/" + id);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> fetchAll(EngineUnderLoad.Calls calls, URI uri) {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Long>> fetched = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        fetched.add(CompletableFuture.supplyAsync(() -> fetch(calls, uri), clients));
      }
      return fetched.stream().map(CompletableFuture::join).toList();
    }
  }

  private static long fetch(EngineUnderLoad.Calls calls, URI uri) {
    long begun = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(uri).header("X-API-Key", calls.key()).build();
    try {
      HttpResponse<InputStream> answer =
          calls.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        long length = body.transferTo(OutputStream.nullOutputStream());
        if (length != LARGEST) {
          throw new IllegalStateException(answer.statusCode() + ", " + length + " bytes");
        }
      }
      return System.nanoTime() - begun;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
