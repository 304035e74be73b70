package duken.provider.epay.wire;

import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpaySettings;
import duken.provider.epay.payment.EpayPayment;
import duken.security.Digests;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tokens, one per payment: each carries the identifier and the amount of its payment (ePay sheet,
 * section 2). Kept in memory only.
 */
public final class EpayTokens {

  private static final String SCOPE =
      "webapi usermanagement email_send verification statement statistics payment";
  private static final Duration USUAL_LIFE = Duration.ofSeconds(1200);
  private static final Duration DROPPED_BEFORE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TRIES = 3;
  private static final int MOST_KEPT = 10_000;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final EpayCalls calls;
  private final EpaySettings settings;
  private final InstantSource clock;

  public EpayTokens(EpayCalls calls, EpaySettings settings, InstantSource clock) {
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  /** What asking for a token brought. */
  public sealed interface Outcome {

    /** A token. */
    record Given(String token) implements Outcome {
      @Override
      public String toString() {
        return "Given[]";
      }
    }

    /** Not given; the reply says why. */
    record NotGiven(EpayReply reply) implements Outcome {}
  }

  private record Kept(String token, Instant until) {}

  /**
   * Calls with the token of this payment; a token that the API does not take is replaced once.
   *
   * @return the call's reply, or that of the token when there is none
   */
  public Answer with(EpayAccount account, EpayPayment payment, Function<String, EpayReply> call) {
    String key = account.callbacks().reference() + "/" + payment.names().identifier();
    return with(key, () -> payment(account, payment), account, call);
  }

  /** Calls with a token that carries no payment, as refunds want it (ePay sheet, section 8). */
  public Answer forRefund(EpayAccount account, Function<String, EpayReply> call) {
    return with(account.callbacks().reference() + "/refund", () -> client(account), account, call);
  }

  /** Calls with the token of the shop's person, as invoice links want it (section 9). */
  public Answer forLink(EpayAccount account, Function<String, EpayReply> call) {
    return with(account.callbacks().reference() + "/link", () -> person(account), account, call);
  }

  /** Asks for a token of the terminal, to see whether one is given. */
  public Outcome probe(EpayAccount account, String identifier) {
    Map<String, String> fields = client(account);
    fields.put("terminal", account.terminalId());
    fields.put("invoiceID", identifier);
    fields.put("amount", "10");
    fields.put("currency", "KZT");
    return outcome(calls.token(account.oauth(), fields), null);
  }

  /** The form of the identifier that the provider is told. */
  public String identifier(EpayPayment payment) {
    return settings.numeric() ? payment.names().numeric() : payment.names().identifier();
  }

  /** The value that the provider echoes in the callback of this payment. */
  public static String secretHash(EpayAccount account, String identifier) {
    return Digests.hmacSha256Hex(
        account.callbacks().hashKey().getBytes(StandardCharsets.UTF_8),
        identifier.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a call brought.
   *
   * @param reply of the call, or of the token when {@code tokenOnly}
   * @param tokenOnly the call was not made, since no token was given
   */
  public record Answer(EpayReply reply, boolean tokenOnly) {}

  private Answer with(
      String key,
      Supplier<Map<String, String>> fields,
      EpayAccount account,
      Function<String, EpayReply> call) {
    Outcome outcome = token(key, fields, account);
    if (!(outcome instanceof Outcome.Given(String token))) {
      return new Answer(((Outcome.NotGiven) outcome).reply(), true);
    }
    EpayReply reply = call.apply(token);
    if (!(reply instanceof EpayReply.Unauthorized)) {
      return new Answer(reply, false);
    }
    kept.remove(key);
    return switch (token(key, fields, account)) {
      case Outcome.Given(String fresh) -> new Answer(call.apply(fresh), false);
      case Outcome.NotGiven(EpayReply why) -> new Answer(why, true);
    };
  }

  private Outcome token(String key, Supplier<Map<String, String>> fields, EpayAccount account) {
    Instant started = clock.instant();
    Kept known = kept.get(key);
    if (known != null && started.isBefore(known.until())) {
      return new Outcome.Given(known.token());
    }
    Outcome outcome = outcome(calls.token(account.oauth(), fields.get()), key);
    for (int tries = 1; tries < TRIES && mayRepeat(outcome, started); tries++) {
      outcome = outcome(calls.token(account.oauth(), fields.get()), key);
    }
    return outcome;
  }

  private boolean mayRepeat(Outcome outcome, Instant started) {
    return outcome instanceof Outcome.NotGiven(EpayReply reply)
        && (reply instanceof EpayReply.NotSent || reply instanceof EpayReply.Unclear)
        && clock.instant().isBefore(started.plus(PATIENCE));
  }

  private Outcome outcome(EpayReply reply, String key) {
    if (!(reply instanceof EpayReply.Success(var body))) {
      return new Outcome.NotGiven(reply);
    }
    Optional<String> token = EpayFields.text(body, "access_token");
    if (token.isEmpty() || !token.get().matches("[\\x21-\\x7e]+")) {
      return new Outcome.NotGiven(new EpayReply.Unclear("unreadable_token"));
    }
    if (key != null) {
      keep(key, token.get(), life(EpayFields.text(body, "expires_in")));
    }
    return new Outcome.Given(token.get());
  }

  private void keep(String key, String token, Duration life) {
    Instant now = clock.instant();
    if (kept.size() >= MOST_KEPT) {
      kept.values().removeIf(it -> !now.isBefore(it.until()));
    }
    if (kept.size() < MOST_KEPT) {
      kept.put(key, new Kept(token, now.plus(life).minus(DROPPED_BEFORE)));
    }
  }

  private static Duration life(Optional<String> seconds) {
    try {
      return seconds
          .map(text -> Duration.ofSeconds(new BigDecimal(text).min(LONGEST).longValue()))
          .filter(life -> !life.isNegative())
          .orElse(USUAL_LIFE);
    } catch (NumberFormatException _) {
      return USUAL_LIFE;
    }
  }

  private Map<String, String> payment(EpayAccount account, EpayPayment payment) {
    Map<String, String> fields = client(account);
    fields.put("scope", SCOPE);
    fields.put("terminal", account.terminalId());
    fields.put("invoiceID", identifier(payment));
    fields.put("amount", EpayFields.amount(payment.amount()));
    fields.put("currency", "KZT");
    fields.put("postLink", account.callback("post"));
    fields.put("failurePostLink", account.callback("failure"));
    fields.put("secret_hash", secretHash(account, payment.names().identifier()));
    return fields;
  }

  private static Map<String, String> client(EpayAccount account) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", account.clientId());
    fields.put("client_secret", account.clientSecret());
    fields.put("scope", "payment");
    return fields;
  }

  private static Map<String, String> person(EpayAccount account) {
    Map<String, String> fields = client(account);
    fields.put("grant_type", "password");
    fields.put("username", account.link().username());
    fields.put("password", account.link().password());
    fields.put("scope", SCOPE);
    return fields;
  }
}
