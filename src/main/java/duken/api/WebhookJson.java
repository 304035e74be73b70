package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /**
   * A delivery, for the desk.
   *
   * @param state {@code queued}, {@code parked} or {@code delivered}
   */
  public record Delivery(
      String id,
      long invoiceId,
      String event,
      String url,
      String state,
      int attempts,
      String createdAt,
      String dueAt,
      Integer lastStatus,
      String lastError,
      String lastAttemptAt,
      String deliveredAt) {}
}
