package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.engine.Engine;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An {@code Idempotency-Key} does its work in every place the contract names (section 6). */
class OnceOnlyTest {

  private static final int CALLERS = 50;
  private static final String KEY = "order-17:till-1";

  @TempDir Path ledger;

  /** A place, and how much has been made there. */
  enum Place {
    BILL("/invoices", "{\"amount\":5,\"phone_number\":\"87001234567\"}", "/invoices"),
    QR("/invoices/qr", "{\"amount\":5}", "/invoices"),
    REFUND("/invoices/{paid}/refund", "{\"amount\":5}", "/refunds"),
    CATALOG(
        "/catalog",
        "{\"items\":[{\"name\":\"Чай\",\"selling_price\":1,\"unit_id\":1}]}",
        "/catalog");

    private final String path;
    private final String body;
    private final String list;

    Place(String path, String body, String list) {
      this.path = "/api/v1" + path;
      this.body = body;
      this.list = "/api/v1" + list;
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void ofFiftyAtOnceOneIsCarriedOutAndStillAnsweredAfterARestart(Place place) {
    JdbcStore store = TestStores.h2InMemoryOrTempFile();
    String path;
    String key;
    String made;
    String total;
    try (RunningGateway first =
        new RunningGateway(
            RunningGateway.unlimited(), new Unclosed(store), ledger, Engine::start)) {
      key = first.key;
      path = place.path.replace("{paid}", Long.toString(first.paidQr()));
      int before = Integer.parseInt(first.get(place.list).at("/meta/total"));

      List<Reply> replies = atOnce(first, path, place.body);

      total = first.get(place.list).at("/meta/total");
      assertThat(total).isEqualTo(Integer.toString(before + 1));
      Set<String> answers =
          replies.stream()
              .filter(reply -> reply.status() / 100 == 2)
              .map(Reply::text)
              .collect(Collectors.toSet());
      assertThat(answers).hasSize(1);
      made = answers.iterator().next();
      assertThat(replies.stream().filter(reply -> reply.status() / 100 != 2))
          .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS"))
          .allSatisfy(reply -> assertThat(reply.header("Retry-After")).contains("1"));
      assertThat(
              replies.stream()
                  .filter(reply -> reply.status() / 100 == 2)
                  .filter(reply -> reply.header("Idempotent-Replayed").isEmpty()))
          .as("carried out, not repeated")
          .hasSize(1);
    }
    try (RunningGateway second =
        new RunningGateway(RunningGateway.unlimited(), store, ledger, Engine::start)) {
      Reply again = second.post(path, place.body, key, "Idempotency-Key", KEY);

      assertThat(again.text()).isEqualTo(made);
      assertThat(again.header("Idempotent-Replayed")).contains("true");
      assertThat(second.get(place.list, key).at("/meta/total")).isEqualTo(total);
      String other = place.body.replace("5", "6").replace(":1,", ":2,");
      assertThat(second.post(path, other, key, "Idempotency-Key", KEY).code())
          .isEqualTo("IDEMPOTENCY_CONFLICT");
    }
  }

  private static List<Reply> atOnce(RunningGateway gateway, String path, String body) {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Reply>> replies =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> gateway.post(path, body, gateway.key, "Idempotency-Key", KEY),
                          callers))
              .toList();
      return replies.stream().map(CompletableFuture::join).toList();
    }
  }
}
