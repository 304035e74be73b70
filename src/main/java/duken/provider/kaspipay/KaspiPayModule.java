package duken.provider.kaspipay;

import duken.provider.PaymentProvider;
import duken.provider.account.ProviderConnector;
import duken.provider.account.ProviderVault;
import duken.provider.kaspipay.account.KaspiPayAccounts;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.provider.kaspipay.wire.ContractClients;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The Kaspi Pay API, put together. */
public final class KaspiPayModule implements AutoCloseable {

  private final ContractClients clients = new ContractClients();
  private final PaymentProvider provider;
  private final ProviderConnector connector;

  /**
   * Puts it together; nobody is called.
   *
   * @param vault where contracts lie
   */
  public KaspiPayModule(
      KaspiPaySettings settings, ProviderVault vault, InstantSource clock, SecureRandom random) {
    KaspiPayCalls calls = new KaspiPayCalls(clients, settings);
    KaspiPayAccounts accounts = new KaspiPayAccounts(vault);
    Cashdesk desk = new Cashdesk(calls, accounts);
    PaymentTimings timings = new PaymentTimings();
    LostRefunds lost = new LostRefunds(clock);
    provider =
        new KaspiPayProvider(
            accounts,
            desk,
            calls,
            new PaymentOpening(desk, calls, timings),
            new KaspiPayStatusMapper(timings, settings.billPoll(), clock),
            new KaspiPayRefunds(
                desk, calls, new CustomerPresentRefunds(desk, calls, lost, clock), lost),
            new ReturnsElsewhere(clock),
            new PayerLookupLimit(clock),
            settings);
    connector = new KaspiPayConnector(accounts, new ContractCheck(calls), clients, random, clock);
  }

  public PaymentProvider provider() {
    return provider;
  }

  /** How a shop's contract is connected. */
  public ProviderConnector connector() {
    return connector;
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    clients.close();
  }
}
