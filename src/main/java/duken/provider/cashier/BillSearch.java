package duken.provider.cashier;

import duken.domain.Money;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Looks for a bill whose answer was lost, by the mark in its comment and its sum. Only two searches
 * ten seconds apart that show none make it absent (cashier sheet, section 8).
 */
final class BillSearch {

  private static final Duration APART = Duration.ofSeconds(10);
  private static final int MOST = 50;
  private static final int COMMENT_LENGTH = 60;

  private final QrPay bank;
  private final InstantSource clock;
  private final Map<String, Instant> firstMisses = new ConcurrentHashMap<>();

  BillSearch(QrPay bank, InstantSource clock) {
    this.bank = bank;
    this.clock = clock;
  }

  /** The comment of a bill: what the customer reads, cut so that the mark fits behind it. */
  static String comment(PaymentRequest request) {
    String mark = "#" + request.mark();
    if (request.description() == null || request.description().isBlank()) {
      return mark;
    }
    String words = request.description().strip();
    int room = COMMENT_LENGTH - mark.length() - 1;
    int length = Math.min(words.length(), room);
    if (length > 0 && Character.isHighSurrogate(words.charAt(length - 1))) {
      length--;
    }
    return words.substring(0, length) + " " + mark;
  }

  Lookup find(CashierSession session, PaymentRequest request, Consumer<BankAnswer> seen) {
    List<JsonNode> rows = new ArrayList<>();
    BankAnswer open = bank.bills(session, MOST);
    seen.accept(open);
    if (!(open instanceof BankAnswer.Success(JsonNode bills))) {
      return new Lookup.Unsure("bank_silent");
    }
    bills.path("Operations").forEach(rows::add);
    BankAnswer done = bank.history(session);
    seen.accept(done);
    if (!(done instanceof BankAnswer.Success(JsonNode history))) {
      return new Lookup.Unsure("bank_silent");
    }
    history.path("DailySets").forEach(day -> day.path("Operations").forEach(rows::add));
    Optional<String> id =
        rows.stream()
            .filter(row -> isIt(row, request))
            .findFirst()
            .flatMap(row -> BankFields.text(row, "Id"));
    if (id.isPresent()) {
      firstMisses.remove(request.mark());
      return new Lookup.Found(new OpenedPayment(id.get(), null, null, null));
    }
    return missed(request);
  }

  private Lookup missed(PaymentRequest request) {
    Instant now = clock.instant();
    Instant first = firstMisses.putIfAbsent(request.mark(), now);
    if (first == null || now.isBefore(first.plus(APART))) {
      return new Lookup.Unsure("searched_once");
    }
    firstMisses.remove(request.mark());
    return new Lookup.Absent();
  }

  private static boolean isIt(JsonNode row, PaymentRequest request) {
    boolean marked =
        BankFields.text(row, "Comment")
            .filter(comment -> comment.endsWith("#" + request.mark()))
            .isPresent();
    Optional<Money> amount = BankFields.money(row, "Amount");
    return marked && (amount.isEmpty() || amount.get().equals(request.amount()));
  }
}
