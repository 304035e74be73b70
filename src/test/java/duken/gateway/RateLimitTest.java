package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.ApiKey;
import duken.domain.Mode;
import duken.domain.Tenant;
import java.time.Duration;
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
    Tenant other = gateway.access.tenantNamed("Другой магазин");
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

  @Test
  void aClockSetBackDoesNotLockTheShopOut() {
    for (int i = 0; i < 60; i++) {
      gateway.get(PATH);
    }
    gateway.clock.move(Duration.ofHours(-2));
    assertThat(gateway.get(PATH).status()).isEqualTo(200);
  }

  private Reply with(String key) {
    return gateway.send(gateway.bare(PATH).header("X-API-Key", key).GET());
  }
}
