package duken.simulator.epay;

import duken.simulator.ledger.BankTime;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives tokens and knows them again (section 2). */
final class EpayTokenDesk {

  private final SecureRandom random = new SecureRandom();
  private final List<EpayToken> given = new ArrayList<>();
  private final Supplier<EpayOptions> options;
  private final BankTime time;

  EpayTokenDesk(Supplier<EpayOptions> options, BankTime time) {
    this.options = options;
    this.time = time;
  }

  Reply give(Request request) {
    Map<String, String> form = EpayForm.body(request);
    EpayOptions now = options.get();
    boolean known =
        now.client().clientId().equals(form.get("client_id"))
            && now.client().clientSecret().equals(form.get("client_secret"));
    if (!known) {
      return EpayReplies.error(401, 1, "invalid client");
    }
    boolean person =
        "password".equals(form.get("grant_type"))
            && EpayOptions.USERNAME.equals(form.get("username"))
            && EpayOptions.PASSWORD.equals(form.get("password"));
    if ((!person && !"client_credentials".equals(form.get("grant_type")))
        || !form.getOrDefault("scope", "").contains("payment")) {
      return EpayReplies.error(400, 2, "grant_type or scope");
    }
    if (form.containsKey("terminal") && !now.client().terminalId().equals(form.get("terminal"))) {
      return EpayReplies.error(400, 109, "terminal of another client");
    }
    String invoice = form.get("invoiceID");
    if (invoice != null && !isIdentifier(invoice, now.numericOnly())) {
      return EpayReplies.error(400, 3, "invoiceID");
    }
    if (invoice != null && (form.get("terminal") == null || amount(form) == null)) {
      return EpayReplies.error(400, 4, "terminal or amount is missing");
    }
    return EpayReplies.json(200, body(keep(form), now));
  }

  /** The token of a request's bearer, if it is one of ours and has not run out. */
  synchronized Optional<EpayToken> of(Request request) {
    String bearer = request.header("Authorization").orElse("");
    return given.stream()
        .filter(token -> bearer.equals("Bearer " + token.text()))
        .filter(token -> time.business().isBefore(token.until()))
        .findFirst();
  }

  /** Tokens no program of ours may leave in the clear. */
  synchronized List<String> texts() {
    return given.stream().map(EpayToken::text).toList();
  }

  /** How many were given for a payment. */
  synchronized long countOf(String invoiceId) {
    return given.stream().filter(token -> invoiceId.equals(token.invoiceId())).count();
  }

  /** Every token is dead. */
  synchronized void end() {
    given.replaceAll(
        token ->
            new EpayToken(
                token.text(),
                token.invoiceId(),
                token.amount(),
                token.postLink(),
                token.failureLink(),
                token.secretHash(),
                token.ofPerson(),
                time.business()));
  }

  private synchronized EpayToken keep(Map<String, String> form) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    EpayToken token =
        new EpayToken(
            "EPAYTOKEN" + HexFormat.of().formatHex(bytes),
            form.get("invoiceID"),
            amount(form),
            form.get("postLink"),
            form.get("failurePostLink"),
            form.get("secret_hash"),
            "password".equals(form.get("grant_type")),
            time.business().plusSeconds(options.get().token().expiresIn()));
    given.add(token);
    return token;
  }

  private static Map<String, Object> body(EpayToken token, EpayOptions now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token.text());
    body.put(
        "expires_in",
        now.token().expiresAsText()
            ? Integer.toString(now.token().expiresIn())
            : (Object) now.token().expiresIn());
    body.put("refresh_token", "");
    body.put("scope", "payment");
    body.put("token_type", "Bearer");
    return body;
  }

  private static boolean isIdentifier(String text, boolean numericOnly) {
    return text.matches("\\d{6,15}") || (!numericOnly && text.matches("KASPI_\\d{13}_[A-Z0-9]{7}"));
  }

  private static BigDecimal amount(Map<String, String> form) {
    try {
      return form.containsKey("amount") ? new BigDecimal(form.get("amount")) : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
