package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.provider.ProviderReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a window is told of a bill that cannot leave. */
class WaitingBillsTest {

  private RunningGateway gateway;
  private String desk;

  @BeforeEach
  void open() {
    gateway = new RunningGateway();
    desk = gateway.newKey(gateway.shop, Mode.LIVE, ApiKey.Role.DESK);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aWindowThatHeardOfABillBeforeItHadToWaitHearsThatItWaits() {
    long[] heard = new long[1];
    gateway.liveBank.onOpen =
        _ -> {
          heard[0] = changesAfter(0).json().at("/cursor").asLong();
          return notSent();
        };
    bill();
    Reply news = changesAfter(heard[0]);
    assertThat(heard[0]).isPositive();
    assertThat(news.at("/sales/0/queued")).isEqualTo("true");
    assertThat(news.at("/sales/0/queued_since")).startsWith("2026-05-14T");
  }

  @Test
  void aBillStillWaitsWhileItIsTriedOnceMore() {
    gateway.liveBank.onOpen = _ -> notSent();
    long id = bill();
    String since = sale(id).at("/sale/queued_since");
    assertThat(since).isNotEmpty();
    List<Reply> toldMeanwhile = new CopyOnWriteArrayList<>();
    gateway.liveBank.onOpen =
        _ -> {
          toldMeanwhile.add(sale(id));
          return notSent();
        };
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              gateway.clock.move(Duration.ofSeconds(10));
              return !toldMeanwhile.isEmpty();
            });
    assertThat(toldMeanwhile.getFirst().at("/sale/queued")).isEqualTo("true");
    assertThat(toldMeanwhile.getFirst().at("/sale/queued_since")).isEqualTo(since);
  }

  private long bill() {
    String body = "{\"amount\":700,\"phone_number\":\"87019876543\"}";
    return gateway.post("/api/v1/invoices", body, desk).json().at("/id").asLong();
  }

  private Reply changesAfter(long cursor) {
    return gateway.get("/desk/v1/changes?after=" + cursor, desk);
  }

  private Reply sale(long id) {
    return gateway.get("/desk/v1/sales/" + id, desk);
  }

  private static <T> ProviderReply<T> notSent() {
    return new ProviderReply.Declined<>("no_network", null, ProviderReply.Why.NOT_SENT);
  }
}
