package duken.provider.smartpos.wire;

import duken.domain.PaymentDetails;
import duken.provider.smartpos.Operation;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a terminal says of one operation (Smart POS, sections 6 and 7).
 *
 * @param status {@code wait}, {@code success}, {@code fail}, {@code unknown}, or another word
 * @param step {@code subStatus}, or null
 * @param message for the cashier, or null
 * @param type {@code payment} or {@code refund} of the slip, or null
 * @param tenge the sum, negative for a refund; empty when it cannot be read
 * @param details of the payment
 */
public record ProcessState(
    String status,
    String step,
    String message,
    String type,
    OptionalLong tenge,
    PaymentDetails details) {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f₸]");
  private static final Pattern SUM = Pattern.compile("([-−]?)([0-9]{1,12})(?:[.,]([0-9]{1,2}))?");
  private static final Pattern LAST_FOUR = Pattern.compile(".*([0-9]{4})\\s*");

  public static ProcessState of(JsonNode data) {
    JsonNode slip = data.path("chequeInfo");
    JsonNode extra = data.path("addInfo");
    Map<String, String> facts = new TreeMap<>();
    put(facts, "product_type", ReplyReader.text(extra, "ProductType"));
    put(facts, "loan_term", loanTerm(extra));
    put(facts, "loan_offer", ReplyReader.text(extra, "LoanOfferName"));
    put(facts, "is_offer", ReplyReader.text(extra, "IsOffer"));
    put(facts, "order_number", ReplyReader.text(slip, "orderNumber"));
    put(facts, "authorization_code", ReplyReader.text(slip, "authorizationCode"));
    put(facts, "host_response_code", ReplyReader.text(slip, "hostResponseCode"));
    put(facts, "card_kind", ReplyReader.text(slip, "icc"));
    put(facts, "terminal_time", ReplyReader.text(slip, "date"));
    put(facts, "terminal_id", ReplyReader.text(slip, "terminalId"));
    return new ProcessState(
        String.valueOf(ReplyReader.text(data, "status")),
        ReplyReader.text(data, "subStatus"),
        ReplyReader.text(data, "message"),
        either(slip, data, "type"),
        sum(either(slip, data, "amount")),
        new PaymentDetails(
            method(either(slip, data, "method")),
            lastFour(ReplyReader.text(slip, "cardMask")),
            ReplyReader.text(slip, "rrn"),
            ReplyReader.text(data, "transactionId"),
            facts));
  }

  /** Whether the sum, in its direction, is the one that was asked for. */
  public boolean isAsAsked(Operation operation) {
    boolean typeFits =
        type == null || type.equals(operation.task().refund() ? "refund" : "payment");
    long wanted = operation.task().refund() ? -operation.task().tenge() : operation.task().tenge();
    boolean sumFits =
        tenge.isPresent()
            && (tenge.getAsLong() == wanted
                // A refund's minus may be left out where the type already says so.
                || (operation.task().refund() && type != null && tenge.getAsLong() == -wanted));
    return typeFits && sumFits;
  }

  /** The display form of a sum in whole tenge: {@code "12 500 ₸"}, {@code "- 500 ₸"}. */
  static OptionalLong sum(String text) {
    Matcher matcher = SUM.matcher(text == null ? "" : SPACES.matcher(text).replaceAll(""));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    boolean whole =
        matcher.group(3) == null || new BigDecimal("0." + matcher.group(3)).signum() == 0;
    long value = Long.parseLong(matcher.group(2));
    return whole
        ? OptionalLong.of(matcher.group(1).isEmpty() ? value : -value)
        : OptionalLong.empty();
  }

  private static String either(JsonNode slip, JsonNode data, String name) {
    String text = ReplyReader.text(slip, name);
    return text == null ? ReplyReader.text(data, name) : text;
  }

  private static String method(String word) {
    String lower = word == null ? "" : word.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z]{1,20}") ? lower : null;
  }

  private static String loanTerm(JsonNode extra) {
    String months = ReplyReader.text(extra, "LoanTerm");
    return months == null || months.equals("0") || months.startsWith("-") ? null : months;
  }

  private static String lastFour(String mask) {
    Matcher matcher = LAST_FOUR.matcher(mask == null ? "" : mask);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
