package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /desk/v1/health}. */
class HealthRoutesTest {

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aWindowIsToldFactsAndNothingPersonal() {
    Reply health = gateway.get("/desk/v1/health", gateway.deskKey);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("/database/alive")).isEqualTo("true");
    assertThat(health.at("/receiver/set")).isEqualTo("false");
    assertThat(health.at("/version")).isEqualTo("1.0.0");
    assertThat(health.text()).doesNotContain("http", "Кофейня");
  }

  @Test
  void aProgramsKeyIsNoWindows() {
    assertThat(gateway.get("/desk/v1/health", gateway.key).status()).isEqualTo(403);
  }
}
