package duken.webhook;

import duken.store.Scope;

/**
 * One attempt to be made.
 *
 * @param id the same in every attempt of a delivery
 * @param attempt 1 for the first
 * @param secret the shop's webhook secret, opened just now
 */
record WebhookRequest(
    String id, Scope scope, String event, int attempt, String url, String body, String secret) {

  /** Without address, body and secret, so that it may be logged. */
  @Override
  public String toString() {
    return event + " " + id + ", attempt " + attempt;
  }
}
