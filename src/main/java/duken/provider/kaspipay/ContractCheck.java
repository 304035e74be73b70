package duken.provider.kaspipay;

import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.Scheme;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Asks the bank whether a contract works: ping, trade points, registration; and names the culprit
 * when it does not (Kaspi Pay sheet, section 13).
 */
final class ContractCheck {

  private static final Set<String> SILENCE = Set.of("address", "unreachable", "trust");

  private final KaspiPayCalls calls;

  ContractCheck(KaspiPayCalls calls) {
    this.calls = calls;
  }

  /** How it went. */
  sealed interface Result {

    /** At its trade point, registered. */
    record Yes(KaspiPayAccount account) implements Result {}

    record No(Refused refused) implements Result {}
  }

  /** Whether the trouble says that nobody answered. */
  static boolean isSilence(String code) {
    return SILENCE.contains(code);
  }

  /** Why the bank does not take the caller; empty when it does. */
  Optional<Refused> ping(KaspiPayAccount account) {
    return switch (calls.ping(account)) {
      case BankReply.Success _ -> Optional.empty();
      case BankReply reply -> Optional.of(refused(account, reply));
    };
  }

  /**
   * Goes the whole way.
   *
   * @param wanted trade point, or null for the only one
   * @param before what the shop is connected with so far, or null
   */
  Result connect(KaspiPayAccount account, Long wanted, KaspiPayAccount before) {
    Optional<Refused> unknown = ping(account);
    if (unknown.isPresent()) {
      return new Result.No(unknown.get());
    }
    Map<Long, String> points;
    switch (calls.tradePoints(account)) {
      case BankReply.Success(JsonNode data) -> points = points(data);
      case BankReply.Refused(long code, _) when code == StatusCode.NO_TRADE_POINTS ->
          points = Map.of();
      case BankReply reply when account.scheme() == Scheme.R3 && isOfBin(reply) -> {
        return no("bin", "The bank does not know this BIN under this certificate.");
      }
      case BankReply reply -> {
        return new Result.No(refused(account, reply));
      }
    }
    return at(account, points, wanted, before);
  }

  /** The caller is known by then, and only the BIN at the end of the path is new. */
  private static boolean isOfBin(BankReply reply) {
    return switch (reply) {
      case BankReply.Refused _, BankReply.Unrecognised _ -> true;
      case BankReply.Unclear(String code) -> code.equals("http_400") || code.equals("http_404");
      case BankReply.Success _, BankReply.Busy _, BankReply.NotSent _ -> false;
    };
  }

  private Result at(
      KaspiPayAccount account, Map<Long, String> points, Long wanted, KaspiPayAccount before) {
    if (points.isEmpty()) {
      return no(
          "trade_point",
          account.scheme() == Scheme.R3
              ? "The bank has no trade point under this BIN; check the BIN, or make a trade point"
                  + " in the Kaspi Pay app."
              : "The organisation has no trade point yet; make one in the Kaspi Pay app.");
    }
    if (wanted != null && !points.containsKey(wanted)) {
      return no("trade_point", "The organisation has no trade point with this number.");
    }
    if (wanted == null && points.size() > 1) {
      return new Result.No(
          new Refused(
              "trade_point",
              "There are several trade points; choose one with --trade-point.",
              points.entrySet().stream().map(it -> it.getKey() + "  " + it.getValue()).toList(),
              true));
    }
    long point = wanted == null ? points.keySet().iterator().next() : wanted;
    return registered(account.at(point, points.get(point)), before);
  }

  private Result registered(KaspiPayAccount account, KaspiPayAccount before) {
    BankReply reply = calls.register(account);
    if (isElsewhere(reply) && takenAway(account, before)) {
      reply = calls.register(account);
    }
    if (reply instanceof BankReply.Success(JsonNode data)) {
      String token = BankFields.text(data, "DeviceToken");
      return token == null
          ? no("address", "What answers at the address does not speak as the bank does.")
          : new Result.Yes(account.registered(token));
    }
    if (reply instanceof BankReply.Refused(long code, _)) {
      if (isElsewhere(reply)) {
        return no(
            "device",
            "This device's name is registered at another trade point; give another --device.");
      }
      if (code == StatusCode.TRADE_POINT_NOT_FOUND
          || code == StatusCode.TRADE_POINT_OFF
          || code == StatusCode.NO_QR_HERE) {
        return no("trade_point", "The bank does not take payments at this trade point.");
      }
    }
    return new Result.No(refused(account, reply));
  }

  private static boolean isElsewhere(BankReply reply) {
    return reply instanceof BankReply.Refused(long code, _) && code == StatusCode.DEVICE_ELSEWHERE;
  }

  /** The shop's own cash desk moves: it is removed where it stood (sheet, section 8, -1503). */
  private boolean takenAway(KaspiPayAccount account, KaspiPayAccount before) {
    return before != null
        && before.desk().device().equals(account.desk().device())
        && before.desk().deviceToken() != null
        && calls.deleteDevice(account.registered(before.desk().deviceToken()))
            instanceof BankReply.Success;
  }

  private static Map<Long, String> points(JsonNode data) {
    Map<Long, String> points = new LinkedHashMap<>();
    for (JsonNode row : data) {
      String name = BankFields.text(row, "TradePointName");
      BankFields.number(row, "TradePointId")
          .ifPresent(id -> points.put(id, name == null ? "" : name));
    }
    return points;
  }

  private static Refused refused(KaspiPayAccount account, BankReply reply) {
    return switch (reply) {
      case BankReply.Unrecognised() -> caller(account);
      case BankReply.Busy() ->
          Refused.notNow("unreachable", "The bank does not serve now; try again later.");
      case BankReply.Refused(long code, String message) ->
          Refused.notNow(
              StatusCode.word(code),
              message == null ? "The bank refused with code " + code + "." : message);
      case BankReply.NotSent(String code) -> unreached(account, code);
      case BankReply.Unclear(String code) ->
          code.equals("timeout") || code.startsWith("http_5")
              ? Refused.notNow("unreachable", "The bank does not answer now; try again later.")
              : unreached(account, code);
      case BankReply.Success _ -> address();
    };
  }

  private static Refused unreached(KaspiPayAccount account, String code) {
    return switch (code) {
      case "tls_failed" ->
          Refused.notNow(
              "trust",
              "The certificate of the bank's server is not trusted; give the bank's roots with"
                  + " --trust.");
      case "tls_refused" ->
          account.credentials().certificate() != null ? caller(account) : address();
      case "certificate", "password", "trust" ->
          Refused.notNow(code, "The file for --" + code + " cannot be used.");
      case "timeout" ->
          Refused.notNow("unreachable", "The bank does not answer now; try again later.");
      case "connection_broken", "http_400" ->
          account.credentials().certificate() != null ? caller(account) : address();
      default -> address();
    };
  }

  private static Refused caller(KaspiPayAccount account) {
    return switch (account.scheme()) {
      case R1 -> Refused.notNow("key", "The bank does not accept the API key.");
      case R2 -> Refused.notNow("certificate", "The bank does not accept the certificate.");
      case R3 ->
          Refused.notNow(
              "certificate",
              "The bank does not accept the certificate, or not from this internet address.");
    };
  }

  private static Refused address() {
    return Refused.notNow("address", "No Kaspi Pay API answers at the address.");
  }

  private static Result no(String code, String sentence) {
    return new Result.No(Refused.notNow(code, sentence));
  }
}
