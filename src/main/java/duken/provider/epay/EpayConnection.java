package duken.provider.epay;

import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpayAccounts;
import duken.provider.epay.account.EpayValues;
import duken.provider.epay.payment.PaymentIdentifier;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** How a shop's terminal is connected, asked after and forgotten. */
public final class EpayConnection {

  private static final int REFERENCE_BYTES = 24;
  private static final int KEY_BYTES = 32;

  private final EpayAccounts accounts;
  private final EpayTokens tokens;
  private final SecureRandom random;
  private final InstantSource clock;

  EpayConnection(
      EpayAccounts accounts, EpayTokens tokens, SecureRandom random, InstantSource clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  /** What is in the way of a token. */
  public enum Trouble {
    /** Nobody answers at the address of the token, or something else does. */
    ADDRESS,
    /** The certificate of the address is not trusted. */
    TRUST,
    /** Client id or secret. */
    KEY,
    /** The terminal. */
    TERMINAL,
    /** The provider is not well. */
    UNREACHABLE;

    /** Lower-case word for windows and logs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Tries a terminal and, when a token is given, stores it. The reference in callback addresses
   * stays when a shop connects again.
   *
   * @return what is in the way; empty when it is connected
   * @throws EpayValues.Unfit when a setting is missing or not allowed
   */
  public Optional<Trouble> connect(long tenantId, EpayValues values) {
    Optional<EpayAccount> before = accounts.of(tenantId);
    EpayAccount account =
        values.account(
            before.map(EpayAccount::reference).orElseGet(this::reference),
            before.map(EpayAccount::hashKey).orElseGet(this::key));
    Optional<Trouble> trouble = probe(account);
    if (trouble.isEmpty()) {
      accounts.keep(tenantId, account);
    }
    return trouble;
  }

  /** Whether the stored terminal gets a token; empty when there is none stored. */
  public Optional<Trouble> probe(long tenantId) {
    Optional<EpayAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    Optional<Trouble> trouble = probe(account.get());
    accounts.trouble(tenantId, trouble.map(Trouble::word).orElse(null));
    return trouble;
  }

  /** Forgets a shop's terminal. */
  public void disconnect(long tenantId) {
    accounts.forget(tenantId);
  }

  private Optional<Trouble> probe(EpayAccount account) {
    String attempt = reference();
    String identifier =
        PaymentIdentifier.of(attempt, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return switch (tokens.probe(account, identifier)) {
      case EpayTokens.Outcome.Given _ -> Optional.empty();
      case EpayTokens.Outcome.NotGiven(EpayReply reply) -> Optional.of(trouble(reply));
    };
  }

  private static Trouble trouble(EpayReply reply) {
    return switch (reply) {
      case EpayReply.Unauthorized() -> Trouble.KEY;
      case EpayReply.Refused(int status, String code, String message) -> {
        String said = (code + " " + message).toLowerCase(Locale.ROOT);
        if (said.contains("terminal")) {
          yield Trouble.TERMINAL;
        }
        if (said.contains("client") || status == 403) {
          yield Trouble.KEY;
        }
        yield status == 404 || status == 405 ? Trouble.ADDRESS : Trouble.TERMINAL;
      }
      case EpayReply.NotSent(String code) ->
          code.equals("tls_failed") ? Trouble.TRUST : Trouble.ADDRESS;
      case EpayReply.Unclear(String code) ->
          code.startsWith("http_3") || code.equals("unreadable_token")
              ? Trouble.ADDRESS
              : Trouble.UNREACHABLE;
      case EpayReply.Success _ -> Trouble.ADDRESS;
    };
  }

  private String reference() {
    return HexFormat.of().formatHex(bytes(REFERENCE_BYTES));
  }

  private String key() {
    return Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
