package duken.gateway;

import duken.api.WebhookJson;
import duken.store.Scope;

/** Sends {@code webhook.test} once, now (gateway contract, section 12.4). */
@FunctionalInterface
public interface WebhookTester {

  /** Sends it to the shop's configured address, which is there; takes at most 10 seconds. */
  WebhookJson.TestResult test(Scope scope);
}
