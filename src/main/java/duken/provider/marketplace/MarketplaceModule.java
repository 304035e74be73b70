package duken.provider.marketplace;

import duken.provider.account.ProviderConnector;
import duken.provider.account.ProviderVault;
import duken.provider.http.BankHttp;
import java.time.Duration;
import java.time.InstantSource;

/** The marketplace, put together. */
public final class MarketplaceModule implements AutoCloseable {

  /** Its short name. */
  public static final String NAME = "marketplace";

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private final BankHttp http;
  private final OrderFeed feed;
  private final ProviderConnector connector;

  /**
   * Puts it together; nobody is called.
   *
   * @param vault where tokens lie
   */
  public MarketplaceModule(ProviderVault vault, InstantSource clock) {
    http = new BankHttp(CONNECT_LIMIT, CALL_LIMIT);
    MarketplaceAccounts accounts = new MarketplaceAccounts(vault);
    feed = new OrderFeed(accounts, new MarketplaceCalls(http));
    connector = new MarketplaceConnector(accounts, feed, clock);
  }

  public OrderFeed feed() {
    return feed;
  }

  /** How a shop is connected. */
  public ProviderConnector connector() {
    return connector;
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    http.close();
  }
}
