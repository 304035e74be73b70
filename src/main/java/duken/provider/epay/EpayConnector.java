package duken.provider.epay;

import duken.domain.Capability;
import duken.provider.Connection;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.account.ConnectionReport;
import duken.provider.account.ProviderConnector;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpayAccounts;
import duken.provider.epay.account.EpayValues;
import duken.provider.epay.payment.PaymentIdentifier;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Connects a shop's QR terminal: it is kept once the provider has given a token for it. */
final class EpayConnector implements ProviderConnector {

  /** Troubles in which no token is given. */
  private static final Set<String> REFUSED = Set.of("key", "terminal", "token_refused");

  private static final int REFERENCE_BYTES = 24;
  private static final int KEY_BYTES = 32;

  private final EpayAccounts accounts;
  private final EpayTokens tokens;
  private final LongFunction<Set<Capability>> capabilities;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * @param capabilities of a shop that is connected
   */
  EpayConnector(
      EpayAccounts accounts,
      EpayTokens tokens,
      LongFunction<Set<Capability>> capabilities,
      SecureRandom random,
      InstantSource clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.capabilities = capabilities;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return EpayProvider.NAME;
  }

  @Override
  public ConnectionReport report(long tenantId) {
    return report(tenantId, true);
  }

  @Override
  public ConnectionReport probe(long tenantId) {
    Optional<EpayAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    Optional<Refused> refused = probe(account.get());
    boolean silent = refused.filter(it -> isSilence(it.code())).isPresent();
    accounts.trouble(tenantId, refused.map(Refused::code).orElse(null));
    return report(tenantId, !silent);
  }

  /** The reference in callback addresses stays when a shop connects again. */
  @Override
  public ConnectOutcome connect(
      long tenantId, Map<String, String> values, Consumer<Map<String, String>> progress) {
    Optional<EpayAccount> before = accounts.of(tenantId);
    EpayAccount account;
    try {
      account =
          new EpayValues(values)
              .account(
                  before
                      .map(epayAccount -> epayAccount.callbacks().reference())
                      .orElseGet(() -> random(REFERENCE_BYTES)),
                  before
                      .map(epayAccount -> epayAccount.callbacks().hashKey())
                      .orElseGet(() -> random(KEY_BYTES)));
    } catch (EpayValues.Unfit e) {
      return new Refused(
          "settings", "The settings of ePay: " + e.getMessage() + ".", e.names(), true);
    }
    Optional<Refused> refused = probe(account);
    if (refused.isPresent()) {
      return refused.get();
    }
    accounts.keep(tenantId, account);
    return new Connected(report(tenantId, true));
  }

  @Override
  public void disconnect(long tenantId) {
    accounts.forget(tenantId);
  }

  private ConnectionReport report(long tenantId, boolean reachable) {
    Optional<EpayAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("api_url", account.get().apiBase().toString());
    details.put("terminal", account.get().terminalId());
    details.put("callback_post", account.get().callback("post"));
    details.put("callback_failure", account.get().callback("failure"));
    String trouble = accounts.trouble(tenantId);
    return new ConnectionReport(
        trouble != null && REFUSED.contains(trouble) ? Connection.SIGNED_OUT : Connection.CONNECTED,
        trouble,
        reachable,
        null,
        capabilities.apply(tenantId),
        details);
  }

  private Optional<Refused> probe(EpayAccount account) {
    String identifier =
        PaymentIdentifier.of(random(KEY_BYTES), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return switch (tokens.probe(account, identifier)) {
      case EpayTokens.Outcome.Given _ -> Optional.empty();
      case EpayTokens.Outcome.NotGiven(EpayReply reply) -> Optional.of(refused(reply));
    };
  }

  private static Refused refused(EpayReply reply) {
    return switch (reply) {
      case EpayReply.Unauthorized() -> key();
      case EpayReply.Refused(int status, String code, String message) -> {
        String said = (code + " " + message).toLowerCase(Locale.ROOT);
        if (said.contains("terminal")) {
          yield terminal();
        }
        if (said.contains("client") || status == 403) {
          yield key();
        }
        yield status == 404 || status == 405 ? address() : terminal();
      }
      case EpayReply.NotSent(String code) ->
          code.equals("tls_failed")
              ? Refused.notNow(
                  "trust",
                  "The certificate at KASPI_OAUTH_URL (KASPI_API_BASE_URL) is not trusted.")
              : address();
      case EpayReply.Unclear(String code) ->
          code.startsWith("http_5") || code.equals("timeout")
              ? Refused.notNow("unreachable", "The bank does not answer now; try again later.")
              : address();
      case EpayReply.Success _ -> address();
    };
  }

  private static Refused key() {
    return Refused.notNow(
        "key", "The bank does not accept KASPI_CLIENT_ID with KASPI_CLIENT_SECRET.");
  }

  private static Refused terminal() {
    return Refused.notNow(
        "terminal",
        "The bank gives no token for KASPI_TERMINAL_ID; it must be the QR terminal of this"
            + " client.");
  }

  private static Refused address() {
    return Refused.notNow(
        "address", "No bank answers at the address of KASPI_OAUTH_URL (KASPI_API_BASE_URL).");
  }

  private static boolean isSilence(String code) {
    return code.equals("address") || code.equals("unreachable") || code.equals("trust");
  }

  private String random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
