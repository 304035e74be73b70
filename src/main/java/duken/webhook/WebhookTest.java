package duken.webhook;

import duken.domain.DomainRefusal;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Sends {@code webhook.test} once, now, unqueued (gateway contract, section 12.4). */
public final class WebhookTest {

  public static final String NAME = "webhook.test";

  private final Store store;
  private final Secrets secrets;
  private final WebhookSender sender;
  private final InstantSource clock;

  /** With everything it needs. */
  public WebhookTest(Store store, Secrets secrets, WebhookSender sender, InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Sends the test to a shop's address, whether its webhook is enabled or not. Blocks up to 10 s.
   *
   * @throws DomainRefusal WEBHOOK_NOT_CONFIGURED when there is no address
   */
  public Outcome run(Scope scope) {
    WebhookConfigs.Config config =
        store
            .read(tx -> tx.webhooks().find(scope))
            .filter(found -> found.url() != null && found.sealedSecret() != null)
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.WEBHOOK_NOT_CONFIGURED));
    long begun = System.nanoTime();
    Verdict verdict =
        secrets
            .of(config)
            .map(
                secret ->
                    sender.send(
                        new WebhookRequest(
                            UUID.randomUUID().toString(),
                            scope,
                            NAME,
                            1,
                            config.url(),
                            body(),
                            secret)))
            .orElseGet(() -> Verdict.on(new ReceiverAnswer.Unsigned()));
    return new Outcome(
        NAME,
        verdict.delivered(),
        verdict.status(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
        verdict.error());
  }

  private String body() {
    return "{\"event\":\"webhook.test\",\"source\":\"test\",\"timestamp\":\""
        + WebhookBody.time(clock.instant())
        + "\"}";
  }

  /**
   * What came of it.
   *
   * @param statusCode HTTP status, or null when none came
   * @param durationMs in milliseconds
   * @param error a short word, or null when delivered
   */
  public record Outcome(
      String event, boolean delivered, Integer statusCode, long durationMs, String error) {}
}
