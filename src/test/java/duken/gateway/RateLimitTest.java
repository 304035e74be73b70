package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit of 60 calls in any 60 seconds. */
class RateLimitTest {

  private static final String PATH = "/api/v1/webhook/configure";

  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void theSixtyFirstCallWithinAMinuteIsTooMany() {
    for (int i = 0; i < 60; i++) {
      Reply reply = gateway.get(PATH);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("X-RateLimit-Limit")).contains("60");
      assertThat(reply.header("X-RateLimit-Remaining")).contains(Integer.toString(59 - i));
      gateway.clock.move(Duration.ofMillis(500));
    }
    Reply limited = gateway.get(PATH);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.code()).isEqualTo("RATE_LIMITED");
    assertThat(limited.at("/error_code")).isEqualTo("request_rate_limited");
    assertThat(limited.header("X-RateLimit-Remaining")).contains("0");
    assertThat(limited.header("Retry-After")).contains("30");
    assertThat(limited.at("/retry_after")).isEqualTo("30");
    assertThat(limited.at("/retry_after_seconds")).isEqualTo("30");
    assertThat(limited.header("X-RateLimit-Reset"))
        .contains(Long.toString(RunningGateway.START.getEpochSecond() + 60));
  }

  @Test
  void theWindowSlidesInsteadOfStartingAnew() {
    for (int i = 0; i < 60; i++) {
      gateway.get(PATH);
      gateway.clock.move(Duration.ofMillis(500));
    }
    gateway.clock.move(Duration.ofSeconds(30));
    assertThat(gateway.get(PATH).status()).isEqualTo(200);
    assertThat(gateway.get(PATH).status()).isEqualTo(429);
    gateway.clock.move(Duration.ofMillis(500));
    assertThat(gateway.get(PATH).status()).isEqualTo(200);
  }

  @Test
  void allKeysOfAShopShareOneCounterAndOtherShopsHaveTheirOwn() {
    String second = gateway.newKey(gateway.shop, Mode.LIVE, ApiKey.Role.API);
    Tenant other = gateway.shopAccess.tenantNamed("Другой магазин");
    String foreign = gateway.newKey(other, Mode.TEST, ApiKey.Role.API);
    for (int i = 0; i < 30; i++) {
      gateway.get(PATH);
      assertThat(with(second).status()).isEqualTo(200);
    }
    assertThat(with(second).status()).isEqualTo(429);
    assertThat(gateway.get(PATH).status()).isEqualTo(429);
    assertThat(with(foreign).header("X-RateLimit-Remaining")).contains("59");
  }

  @Test
  void aWindowsKeyIsNotCounted() {
    String desk = gateway.newKey(gateway.shop, Mode.TEST, ApiKey.Role.DESK);
    for (int i = 0; i < 70; i++) {
      assertThat(with(desk).status()).isEqualTo(200);
    }
    assertThat(with(desk).header("X-RateLimit-Remaining")).contains("60");
    assertThat(gateway.get(PATH).header("X-RateLimit-Remaining")).contains("59");
  }

  @Test
  void errorsCarryTheHeadersTooAndAreCounted() {
    Reply missing = gateway.get("/api/v1/nowhere");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("X-RateLimit-Remaining")).contains("59");
    assertThat(gateway.post(PATH, "{").header("X-RateLimit-Remaining")).contains("58");
  }

  /** A thread that looked at the clock first may be counted last: nothing is lost by that. */
  @Test
  void sixtyOneCallsAtOnceAreNeverAllServed() {
    for (int round = 0; round < 5; round++) {
      gateway.clock.move(Duration.ofSeconds(61));
      CountDownLatch begin = new CountDownLatch(1);
      List<CompletableFuture<Integer>> calls =
          IntStream.range(0, 61)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            await(begin);
                            // Time passes between any two calls, as it does in life.
                            gateway.clock.move(Duration.ofMillis(1));
                            return gateway.get(PATH).status();
                          },
                          Thread::startVirtualThread))
              .toList();
      begin.countDown();
      List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(60);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(1);
    }
  }

  @Test
  void aClockSetBackByLittleFreesNoCalls() {
    for (int i = 0; i < 60; i++) {
      gateway.get(PATH);
    }
    gateway.clock.move(Duration.ofSeconds(-2));
    assertThat(gateway.get(PATH).status()).isEqualTo(429);
    gateway.clock.move(Duration.ofSeconds(60));
    assertThat(gateway.get(PATH).status()).isEqualTo(200);
  }

  @Test
  void aClockSetBackDoesNotLockTheShopOut() {
    for (int i = 0; i < 60; i++) {
      gateway.get(PATH);
    }
    gateway.clock.move(Duration.ofHours(-2));
    assertThat(gateway.get(PATH).status()).isEqualTo(200);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply with(String key) {
    return gateway.send(gateway.bare(PATH).header("X-API-Key", key).GET());
  }
}
