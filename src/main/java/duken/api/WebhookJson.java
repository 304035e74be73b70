package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Webhook configuration, its test and its deliveries (gateway contract, sections 12 and 15). */
public final class WebhookJson {

  private WebhookJson() {}

  /**
   * The configuration.
   *
   * @param secret only in the answer that made or set it
   */
  public record Config(
      String url,
      boolean enabled,
      List<String> events,
      boolean secretSet,
      @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
      String updatedAt) {}

  /** A change of it; null fields stay as they are. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      String url, Boolean enabled, List<String> events, String secret, Boolean rotateSecret) {}

  public record TestResult(
      String event, boolean delivered, Integer statusCode, long durationMs, String error) {}

  /** A delivery, for the desk. */
  public record Delivery(
      String id,
      long invoiceId,
      String event,
      String url,
      @JsonUnwrapped Progress progress,
      @JsonUnwrapped LastAttempt last,
      String deliveredAt) {}

  /**
   * How far a delivery is.
   *
   * @param state {@code queued}, {@code parked} or {@code delivered}
   */
  public record Progress(String state, int attempts, String createdAt, String dueAt) {}

  /** How the last attempt ended. */
  public record LastAttempt(Integer lastStatus, String lastError, String lastAttemptAt) {}
}
