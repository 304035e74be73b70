package duken.provider.cashier;

import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.session.SessionRenewal;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.QrPayApi;
import duken.provider.history.OperationHistory;
import duken.provider.history.OperationPage;
import duken.provider.history.OperationRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The operation history page by page (cashier sheet, section 6). Its periods are days of the bank
 * as it counts them now: what was begun on another day begins anew. For days before yesterday the
 * month is read from their end downwards; a bank that does not know such a place is read from its
 * newest row.
 */
final class CashierHistory implements OperationHistory {

  /** As far as the month of the history surely reaches. */
  private static final Duration REACH = Duration.ofDays(28);

  private static final DateTimeFormatter PLACE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** A bill's comment ends so. */
  private static final Pattern MARK = Pattern.compile("#(\\S+)$");

  private final QrPayApi bank;
  private final Statement statement;
  private final SessionRegistry sessions;
  private final SessionRenewal renewal;
  private final InstantSource clock;
  private final ZoneId zone;

  CashierHistory(
      QrPayApi bank,
      Statement statement,
      SessionRegistry sessions,
      SessionRenewal renewal,
      InstantSource clock,
      ZoneId zone) {
    this.bank = bank;
    this.statement = statement;
    this.sessions = sessions;
    this.renewal = renewal;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Where a reading stands.
   *
   * @param today the bank's day the periods are counted from
   * @param last date of the last row that was read, as the bank wrote it; empty at the beginning
   * @param leapt whether {@code last} is not a row's but the end of the time asked for
   */
  private record Place(LocalDate today, int period, boolean leapt, String last) {

    static Optional<Place> parse(String text) {
      String[] parts = text == null ? new String[0] : text.split("\\|", 4);
      return parts.length < 4
          ? Optional.empty()
          : Optional.of(
              new Place(
                  LocalDate.parse(parts[0]),
                  Integer.parseInt(parts[1]),
                  Boolean.parseBoolean(parts[2]),
                  parts[3]));
    }

    Place at(String row) {
      return new Place(today, period, false, row);
    }

    @Override
    public String toString() {
      return today + "|" + period + "|" + leapt + "|" + last;
    }
  }

  @Override
  public Duration reach() {
    return REACH;
  }

  @Override
  public OperationPage page(long tenantId, Instant from, Instant until, String next) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    List<Integer> periods = periods(today, from, until);
    Place place =
        Place.parse(next)
            .filter(it -> it.today().equals(today))
            .orElseGet(() -> begin(today, periods.getFirst(), until));
    Optional<CashierSession> session = sessions.alive(tenantId);
    if (session.isEmpty()) {
      return new OperationPage.Silent("session_dead", true);
    }
    BankAnswer answer =
        renewal.asked(
            tenantId, session.get(), its -> bank.history(its, place.period(), place.last()));
    return switch (answer) {
      case BankAnswer.Success(JsonNode data) -> told(data, place, periods, from);
      case BankAnswer.SessionDead _, BankAnswer.MacRefused _ ->
          new OperationPage.Silent("session_dead", true);
      case BankAnswer.NotFound() -> new OperationPage.Silent("not_found", false);
      case BankAnswer.Refused(int code, _) -> new OperationPage.Silent("bank_code_" + code, false);
      case BankAnswer.Temporary(String code) -> new OperationPage.Silent(code, false);
      case BankAnswer.NotSent(String code) -> new OperationPage.Silent(code, false);
    };
  }

  private OperationPage told(JsonNode data, Place place, List<Integer> periods, Instant from) {
    Statement.Page page = statement.page(data);
    List<OperationRow> rows = page.rows().stream().map(this::row).toList();
    Place after;
    if (place.leapt() && page.rows().isEmpty()) {
      after = place.at("");
    } else if (page.oldest() == null
        || page.oldest().equals(place.last())
        || page.reaches().isBefore(from)) {
      int at = periods.indexOf(place.period());
      after =
          at + 1 < periods.size() ? new Place(place.today(), periods.get(at + 1), false, "") : null;
    } else {
      after = place.at(page.oldest());
    }
    return new OperationPage.Told(rows, after == null ? null : after.toString());
  }

  /** Code 2 is never used: it is a week that holds no Sunday on a Monday. */
  private List<Integer> periods(LocalDate today, Instant from, Instant until) {
    Instant midnight = today.atStartOfDay(zone).toInstant();
    Instant yesterday = today.minusDays(1).atStartOfDay(zone).toInstant();
    if (from.isBefore(yesterday)) {
      return List.of(Statement.MONTH);
    }
    if (!from.isBefore(midnight)) {
      return List.of(Statement.TODAY);
    }
    return until.isAfter(midnight)
        ? List.of(Statement.TODAY, Statement.YESTERDAY)
        : List.of(Statement.YESTERDAY);
  }

  private Place begin(LocalDate today, int period, Instant until) {
    boolean leaps =
        period == Statement.MONTH && until.isBefore(clock.instant().minus(1, ChronoUnit.HOURS));
    return new Place(
        today, period, leaps, leaps ? PLACE.format(LocalDateTime.ofInstant(until, zone)) : "");
  }

  private OperationRow row(Statement.Row row) {
    return new OperationRow(
        row.key(),
        row.id(),
        row.order(),
        row.isReturn(),
        row.amount(),
        row.at() == null ? clock.instant() : row.at(),
        row.payer(),
        mark(row.comment()),
        row.source());
  }

  private static String mark(String comment) {
    Matcher matcher = MARK.matcher(comment == null ? "" : comment.strip());
    return matcher.find() ? matcher.group(1) : null;
  }
}
