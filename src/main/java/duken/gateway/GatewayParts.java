package duken.gateway;

import duken.engine.Access;
import duken.engine.Bell;
import duken.engine.Invoicing;
import duken.engine.Refunding;
import duken.engine.RepeatedCalls;
import duken.engine.WebhookSetup;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What the gateway is made of.
 *
 * @param store for reading
 * @param bell rings when something changed
 * @param bank what shops may know of their bank roads
 * @param tester sends a test event
 */
public record GatewayParts(
    Store store,
    Access access,
    Invoicing invoicing,
    Refunding refunding,
    RepeatedCalls calls,
    WebhookSetup webhooks,
    WebhookTester tester,
    BankView bank,
    Bell bell,
    SecureRandom random,
    InstantSource clock) {}
