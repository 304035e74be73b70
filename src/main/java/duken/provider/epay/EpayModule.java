package duken.provider.epay;

import duken.provider.PaymentProvider;
import duken.provider.account.ProviderConnector;
import duken.provider.account.ProviderVault;
import duken.provider.callback.CallbackVerifier;
import duken.provider.epay.account.EpayAccounts;
import duken.provider.epay.account.EpaySettings;
import duken.provider.epay.callback.EpayCallbackVerifier;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.wire.EpayCalls;
import duken.provider.epay.wire.EpayTokens;
import duken.provider.http.BankHttp;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The ePay provider, put together. */
public final class EpayModule implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(15);

  private final BankHttp http;
  private final EpayProvider provider;
  private final ProviderConnector connector;
  private final CallbackVerifier verifier;

  /**
   * Puts it together; nobody is called.
   *
   * @param vault where terminals lie
   * @param shops every shop there is
   * @param payments where payments are kept
   */
  public EpayModule(
      EpaySettings settings,
      ProviderVault vault,
      Supplier<List<Long>> shops,
      EpayPayments payments,
      Clock clock,
      SecureRandom random) {
    http = new BankHttp(CONNECT_LIMIT, CALL_LIMIT);
    EpayCalls calls = new EpayCalls(http, settings);
    EpayTokens tokens = new EpayTokens(calls, settings, clock);
    EpayAccounts accounts = new EpayAccounts(vault, shops);
    EpayStatusQuery statuses = new EpayStatusQuery(calls, tokens, payments, clock);
    provider =
        new EpayProvider(
            accounts,
            payments,
            new EpayOpening(calls, tokens, payments, clock),
            statuses,
            new EpayHeldMoney(calls, tokens, statuses, settings.chargeHeld()),
            new EpayRefunds(calls, tokens, statuses, payments),
            clock);
    connector = new EpayConnector(accounts, tokens, provider::capabilities, random, clock);
    verifier = new EpayCallbackVerifier(settings, accounts, payments, clock);
  }

  public PaymentProvider provider() {
    return provider;
  }

  /** How a shop's terminal is connected. */
  public ProviderConnector connector() {
    return connector;
  }

  /** What tells the provider's callbacks from others. */
  public CallbackVerifier verifier() {
    return verifier;
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    http.close();
  }
}
