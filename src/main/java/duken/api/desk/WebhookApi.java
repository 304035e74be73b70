package duken.api.desk;

import duken.api.WebhookJson;
import java.util.List;

/** Where the shop's own program is told of payments, and what it was told. */
public interface WebhookApi {

  WebhookJson.Config config();

  WebhookJson.Config configure(WebhookJson.Change change);

  WebhookJson.TestResult test();

  /** The newest deliveries first. */
  List<WebhookJson.Delivery> deliveries();

  /** Sends a delivery again, now. */
  void resend(String deliveryId);
}
