package duken.gateway;

import duken.engine.Engine;
import duken.engine.admin.CatalogService;
import duken.engine.admin.ShopAccess;
import duken.engine.admin.WebhookConfigService;
import duken.engine.runtime.IdempotencyService;
import duken.gateway.owner.OwnerParts;
import duken.marketplace.Marketplace;
import duken.store.Images;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What the gateway is made of.
 *
 * @param store for reading
 * @param images for reading
 * @param calls the same as the engine's
 * @param showWindow brings the window of this data folder to front
 */
public record GatewayParts(
    Store store,
    Services services,
    Images images,
    IdempotencyService calls,
    OwnerParts owner,
    Webhooks hooks,
    Runnable showWindow,
    SecureRandom random,
    InstantSource clock) {

  /** What the gateway calls. */
  public record Services(
      Engine engine, Marketplace marketplace, ShopAccess shopAccess, CatalogService catalog) {}

  /**
   * The shop's webhooks.
   *
   * @param tester sends a test event
   */
  public record Webhooks(WebhookConfigService webhooks, WebhookTester tester) {}
}
