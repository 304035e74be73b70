package duken.provider.cashier;

import duken.domain.Money;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.QrPayApi;
import duken.provider.cashier.wire.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The operation history, read back to a moment. The bank's periods are not trusted to overlap:
 * today and yesterday are two questions, for the week of code 2 holds no Sunday on a Monday
 * (cashier sheet, section 6, as of 28 November 2026).
 */
public final class Statement {

  static final int TODAY = 0;
  static final int YESTERDAY = 1;
  static final int MONTH = 3;
  private static final int RETURN = 1;

  /** So far the bank's clock may be from ours, and a row from the moment it was made. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final QrPayApi bank;
  private final InstantSource clock;
  private final ZoneId zone;

  Statement(QrPayApi bank, InstantSource clock, ZoneId zone) {
    this.bank = bank;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One sale or one return.
   *
   * @param id of the operation; banks may give a return its own or its sale's
   * @param order the number a cashier sees, or null
   * @param amount or null when it cannot be read
   * @param at UTC, or null when it cannot be read
   * @param payer or null
   * @param comment or null
   * @param source the bank's word for what the customer paid from, {@code GOLD}; or null
   */
  public record Row(
      String id,
      String order,
      boolean isReturn,
      Money amount,
      Instant at,
      String payer,
      String comment,
      String source) {

    /** Tells it from every other row, also from a second return that bears its sale's id. */
    public String key() {
      return isReturn ? id + "/" + at + "/" + amount : id;
    }
  }

  /** How a reading ended. */
  public enum End {
    /** Everything since the moment was read. */
    COMPLETE,
    /** There is more than may be asked for. */
    LIMIT,
    /** The bank did not answer a question. */
    FAILED
  }

  /**
   * What was read.
   *
   * @param rows newest first as far as the bank keeps to that
   */
  public record Read(List<Row> rows, End end) {}

  /**
   * Reads back to a moment.
   *
   * @param since UTC
   * @param mostPages of each period
   * @param seen is told every answer
   */
  public Read since(
      CashierSession session, Instant since, int mostPages, Consumer<BankAnswer> seen) {
    Reading reading = new Reading(session, since.minus(SLACK), mostPages, seen);
    for (int period : periods(since.minus(SLACK))) {
      if (reading.end != End.FAILED) {
        reading.read(period);
      }
    }
    return new Read(reading.rows, reading.end);
  }

  /** Today comes first: when the day changes in between, yesterday is what was today. */
  private List<Integer> periods(Instant since) {
    Instant now = clock.instant();
    LocalDate latest = now.plus(SLACK).atZone(zone).toLocalDate();
    List<Integer> periods = new ArrayList<>(List.of(TODAY));
    if (since.isBefore(latest.atStartOfDay(zone).toInstant())) {
      periods.add(YESTERDAY);
    }
    if (since.isBefore(latest.minusDays(1).atStartOfDay(zone).toInstant())) {
      periods.add(MONTH);
    }
    return periods;
  }

  /**
   * One answer of the history.
   *
   * @param oldest date of its oldest row as the bank wrote it, or null when no row has one
   */
  record Page(List<Row> rows, String oldest) {

    /** When its oldest row was made, UTC; in the far future when no row has a date. */
    Instant reaches() {
      return rows.stream()
          .map(Row::at)
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .orElse(Instant.MAX);
    }
  }

  /** The rows of one answer. */
  Page page(JsonNode data) {
    List<Row> rows = new ArrayList<>();
    String oldest = null;
    Instant earliest = Instant.MAX;
    for (JsonNode day : data.path("DailySets")) {
      for (JsonNode node : day.path("Operations")) {
        Optional<Row> row = row(node);
        row.ifPresent(rows::add);
        if (row.isPresent() && row.get().at() != null && row.get().at().isBefore(earliest)) {
          earliest = row.get().at();
          oldest = CashierFields.text(node, "OrderRegDate").orElseThrow();
        }
      }
    }
    return new Page(rows, oldest);
  }

  /** The pages that are being collected. */
  private final class Reading {

    private final CashierSession session;
    private final Instant since;
    private final int mostPages;
    private final Consumer<BankAnswer> seen;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private End end = End.COMPLETE;

    Reading(CashierSession session, Instant since, int mostPages, Consumer<BankAnswer> seen) {
      this.session = session;
      this.since = since;
      this.mostPages = mostPages;
      this.seen = seen;
    }

    void read(int period) {
      String last = "";
      Set<String> inPeriod = new HashSet<>();
      for (int page = 0; page < mostPages; page++) {
        BankAnswer answer = bank.history(session, period, last);
        seen.accept(answer);
        if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
          end = End.FAILED;
          return;
        }
        Optional<JsonNode> oldest = taken(data, inPeriod);
        if (oldest.isEmpty() || date(oldest.get()).isBefore(since)) {
          return;
        }
        last = CashierFields.text(oldest.get(), "OrderRegDate").orElseThrow();
      }
      end = End.LIMIT;
    }

    /** The oldest dated row of a page that brought something new. */
    private Optional<JsonNode> taken(JsonNode data, Set<String> inPeriod) {
      List<JsonNode> dated = new ArrayList<>();
      boolean isNew = false;
      for (JsonNode day : data.path("DailySets")) {
        for (JsonNode node : day.path("Operations")) {
          Optional<Row> row = row(node);
          if (row.isPresent()) {
            isNew |= inPeriod.add(row.get().key());
            if (known.add(row.get().key())) {
              rows.add(row.get());
            }
            if (row.get().at() != null) {
              dated.add(node);
            }
          }
        }
      }
      return isNew ? dated.stream().min(Comparator.comparing(Statement.this::date)) : none();
    }

    private static Optional<JsonNode> none() {
      return Optional.empty();
    }
  }

  private Instant date(JsonNode row) {
    return CashierFields.text(row, "OrderRegDate")
        .flatMap(text -> WireTime.read(text, zone))
        .orElseThrow();
  }

  private Optional<Row> row(JsonNode node) {
    return CashierFields.text(node, "Id")
        .map(
            id ->
                new Row(
                    id,
                    CashierFields.text(node, "OrderNumber").orElse(null),
                    CashierFields.whole(node, "OperationType").orElse(0) == RETURN,
                    CashierFields.money(node, "Amount").orElse(null),
                    CashierFields.text(node, "OrderRegDate")
                        .flatMap(text -> WireTime.read(text, zone))
                        .orElse(null),
                    CashierFields.firstText(node, "ClientName", "ClientShortName").orElse(null),
                    CashierFields.text(node, "Comment").orElse(null),
                    CashierFields.text(node, "SourceType").orElse(null)));
  }
}
