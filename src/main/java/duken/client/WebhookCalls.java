package duken.client;

import duken.api.Paths;
import duken.api.WebhookJson;
import duken.api.desk.WebhookApi;
import java.time.Duration;
import java.util.List;

/** The address is set in the words of the public contract; deliveries are the window's. */
final class WebhookCalls implements WebhookApi {

  private final EngineCalls calls;
  private final Patience patience;

  WebhookCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public WebhookJson.Config config() {
    return contract("/configure", patience.reading()).get(WebhookJson.Config.class);
  }

  @Override
  public WebhookJson.Config configure(WebhookJson.Change change) {
    return contract("/configure", patience.acting()).sending(change).post(WebhookJson.Config.class);
  }

  @Override
  public WebhookJson.TestResult test() {
    return contract("/test", patience.acting()).post(WebhookJson.TestResult.class);
  }

  @Override
  public List<WebhookJson.Delivery> deliveries() {
    return desk("").get(AnswerTypes.DELIVERIES).data();
  }

  @Override
  public void resend(String deliveryId) {
    desk("/" + deliveryId + "/resend").send("POST");
  }

  private EngineCalls.Ask contract(String path, Duration limit) {
    return calls.to(Paths.API + "/webhook" + path).within(limit);
  }

  private EngineCalls.Ask desk(String path) {
    return calls.to(Paths.DESK + "/deliveries" + path).within(patience.reading());
  }
}
