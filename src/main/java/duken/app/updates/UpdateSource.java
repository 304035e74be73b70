package duken.app.updates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches the document: small, quickly, over TLS, or not at all. Sends nothing of the shop. */
final class UpdateSource implements AutoCloseable {

  private static final int REDIRECTS = 4;
  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_COMPLAINT = 400;

  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience how long the whole answer may take
   */
  UpdateSource(Duration patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * What lies there now. Blocks, at most for the patience of this source.
   *
   * @throws IOException when nothing could be reached
   * @throws Refused when what lies there cannot be the document
   */
  String fetch(URI address) throws IOException, Refused {
    CompletableFuture<HttpResponse<InputStream>> answer = ask(address, REDIRECTS);
    CompletableFuture<String> text = answer.thenApplyAsync(UpdateSource::text);
    try {
      String read = text.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (read == null) {
        throw new Refused("the answer is larger than a document may be");
      }
      return read;
    } catch (TimeoutException _) {
      throw new Refused("the answer took too long");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unfit unfit) {
        throw new Refused(unfit.getMessage());
      }
      throw new IOException("the document about updates cannot be reached", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    } finally {
      // Also ends whoever still reads it.
      answer.thenAccept(response -> close(response.body()));
    }
  }

  private CompletableFuture<HttpResponse<InputStream>> ask(URI address, int redirects) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept", "application/json")
            .header("User-Agent", "Duken")
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
        .thenCompose(
            response -> {
              int status = response.statusCode();
              if (status == OK) {
                return CompletableFuture.completedFuture(response);
              }
              close(response.body());
              if (status >= FIRST_REDIRECT && status < FIRST_COMPLAINT && redirects > 0) {
                return ask(next(address, response), redirects - 1);
              }
              throw new Unfit("the answer is " + status);
            });
  }

  private static URI next(URI address, HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Location")
        .flatMap(
            place -> {
              try {
                return UpdateAddress.of(address.resolve(place));
              } catch (IllegalArgumentException _) {
                return java.util.Optional.empty();
              }
            })
        .orElseThrow(() -> new Unfit("the answer leads somewhere without TLS"));
  }

  /** The text, or null when it is too long. */
  private static String text(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      text.write(body.readNBytes(UpdateDocument.LARGEST + 1));
      return text.size() > UpdateDocument.LARGEST ? null : text.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException _) {
      // Nobody reads it any more.
    }
  }

  @Override
  public void close() {
    client.shutdown();
  }

  /** An answer that is none. */
  private static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }
}
