package duken.provider.smartpos;

import duken.provider.PaymentProvider;
import duken.provider.account.ProviderConnector;
import duken.provider.account.ProviderVault;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The terminals on the counters, put together. */
public final class SmartPosModule {

  private final SmartPosProvider provider;
  private final SmartPosConnector connector;

  /**
   * Puts it together; no terminal is called.
   *
   * @param vault of this provider
   */
  public SmartPosModule(
      SmartPosSettings settings, ProviderVault vault, InstantSource clock, RandomGenerator random) {
    Pairings pairings = new Pairings(vault, random);
    Terminals terminals = new Terminals(pairings, settings, clock);
    Journal journal = new Journal(vault, clock);
    provider = new SmartPosProvider(settings, pairings, terminals, journal, clock);
    connector =
        new SmartPosConnector(
            settings,
            pairings,
            terminals,
            journal,
            new ConnectionReports(pairings, terminals, provider::capabilities),
            clock);
  }

  public static String name() {
    return SmartPosProvider.NAME;
  }

  public PaymentProvider provider() {
    return provider;
  }

  /** How a shop is paired with its terminal. */
  public ProviderConnector connector() {
    return connector;
  }
}
