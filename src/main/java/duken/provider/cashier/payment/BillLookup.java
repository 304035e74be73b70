package duken.provider.cashier.payment;

import duken.domain.Money;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import duken.provider.cashier.Statement;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.QrPayApi;
import duken.provider.cashier.wire.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Looks for a bill whose answer was lost, by the mark in its comment and its sum. Only two searches
 * ten seconds apart that show none make it absent (cashier sheet, section 8).
 */
public final class BillLookup {

  private static final Duration APART = Duration.ofSeconds(10);
  private static final int MOST = 50;

  /** More than 50 bills are only asked for when it matters: nobody has seen that work. */
  private static final List<Integer> LIST_SIZES = List.of(MOST, 2 * MOST);

  private static final int MOST_PAGES = 100;
  private static final int COMMENT_LENGTH = 60;

  private final QrPayApi bank;
  private final Statement statement;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<String, Instant> firstMisses = new ConcurrentHashMap<>();

  public BillLookup(QrPayApi bank, Statement statement, InstantSource clock, ZoneId zone) {
    this.bank = bank;
    this.statement = statement;
    this.clock = clock;
    this.zone = zone;
  }

  /** The comment of a bill: what the customer reads, cut so that the mark fits behind it. */
  public static String comment(PaymentRequest request) {
    String mark = "#" + request.mark();
    if (request.customer().description() == null || request.customer().description().isBlank()) {
      return mark;
    }
    String words = request.customer().description().strip();
    int room = COMMENT_LENGTH - mark.length() - 1;
    int length = Math.min(words.length(), room);
    if (length > 0 && Character.isHighSurrogate(words.charAt(length - 1))) {
      length--;
    }
    return words.substring(0, length) + " " + mark;
  }

  public Lookup find(CashierSession session, PaymentRequest request, Consumer<BankAnswer> seen) {
    Optional<List<JsonNode>> bills = bills(session, request, seen);
    Statement.Read paid = statement.since(session, request.life().startedAt(), MOST_PAGES, seen);
    Optional<String> id =
        Stream.concat(
                bills.stream()
                    .flatMap(List::stream)
                    .filter(row -> isIt(row, request))
                    .flatMap(row -> CashierFields.text(row, "Id").stream()),
                paid.rows().stream()
                    .filter(row -> !row.isReturn())
                    .filter(row -> isIt(row.comment(), row.amount(), request))
                    .map(Statement.Row::id))
            .findFirst();
    if (id.isPresent()) {
      firstMisses.remove(request.mark());
      return new Lookup.Found(new OpenedPayment(id.get(), null, null, null));
    }
    // Absent is only what everything was searched for: a bill must never be sent twice.
    return bills.isPresent() && paid.end() == Statement.End.COMPLETE
        ? missed(request)
        : new Lookup.Unsure("bank_silent");
  }

  /** Open and declined bills back to the one that is looked for; empty when not all were told. */
  private Optional<List<JsonNode>> bills(
      CashierSession session, PaymentRequest request, Consumer<BankAnswer> seen) {
    for (int most : LIST_SIZES) {
      BankAnswer answer = bank.bills(session, most);
      seen.accept(answer);
      if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
        return Optional.empty();
      }
      List<JsonNode> rows = new ArrayList<>();
      data.path("Operations").forEach(rows::add);
      boolean reachesBack =
          rows.size() < MOST
              || rows.stream()
                  .flatMap(row -> CashierFields.text(row, "OrderRegDate").stream())
                  .flatMap(text -> WireTime.read(text, zone).stream())
                  .anyMatch(at -> at.isBefore(request.life().startedAt()));
      if (reachesBack || rows.stream().anyMatch(row -> isIt(row, request))) {
        return Optional.of(rows);
      }
    }
    return Optional.empty();
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
    return isIt(
        CashierFields.text(row, "Comment").orElse(null),
        CashierFields.money(row, "Amount").orElse(null),
        request);
  }

  private static boolean isIt(String comment, Money amount, PaymentRequest request) {
    return comment != null
        && comment.endsWith("#" + request.mark())
        && (amount == null || amount.equals(request.amount()));
  }
}
