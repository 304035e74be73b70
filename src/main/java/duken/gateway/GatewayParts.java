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
 * @param tester sends a test event
 * @param showWindow brings the window of this data folder to front
 */
public record GatewayParts(
    Store store,
    Engine engine,
    Marketplace marketplace,
    ShopAccess shopAccess,
    CatalogService catalog,
    Images images,
    IdempotencyService calls,
    OwnerParts owner,
    WebhookConfigService webhooks,
    WebhookTester tester,
    Runnable showWindow,
    SecureRandom random,
    InstantSource clock) {}
