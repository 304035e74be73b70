package duken.engine.privacy;

import duken.engine.runtime.PeriodicTask;
import duken.store.ExpiredRows.Piece;
import duken.store.Store;
import duken.store.privacy.PersonalData.Holding;
import duken.store.privacy.PersonalData.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Takes names and phones of customers off what is old, and says beforehand what goes when. A
 * shorter time than before is only followed a week later, so that it can be seen and taken back.
 */
public final class PersonalDataRetention {

  /** How long a shorter time is shown before it is followed. */
  public static final Duration NOTICE = Duration.ofDays(7);

  private static final int DAYS_AHEAD = 7;
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int PIECE = 200;

  /** The first round of a shop that sold for years ends in time to show a sign of life. */
  private static final int PIECES_OF_A_ROUND = 100;

  private static final int LOOKED_AT = 2_000;

  /** Up to which invoice all is done, but for those that are held. */
  private static final String DONE = "retention.personal-after";

  private final Store store;
  private final InstantSource clock;
  private final int days;
  private final int buyerDays;

  /**
   * @param days after the making of an invoice
   * @param buyerDays after the making of an order on a marketplace; the marketplace itself does it
   */
  public PersonalDataRetention(Store store, InstantSource clock, int days, int buyerDays) {
    this.store = store;
    this.clock = clock;
    this.days = days;
    this.buyerDays = buyerDays;
  }

  /**
   * What goes on one day.
   *
   * @param names of customers on invoices
   * @param phones of customers on invoices
   * @param buyers of orders on a marketplace
   */
  public record Day(LocalDate date, long names, long phones, long buyers) {}

  /**
   * What goes in the next seven days, if nothing is changed.
   *
   * @param from when a shorter time begins to be followed, or null when this one is
   * @param next days on which something goes
   * @param held invoices that keep it although they are old enough
   */
  public record Forecast(int days, int buyerDays, Instant from, List<Day> next, long held) {

    public Forecast {
      next = List.copyOf(next);
    }
  }

  /** A loop that does a round each hour. */
  public PeriodicTask periodicTask() {
    return new PeriodicTask("personal-data", this::round);
  }

  /**
   * Does what is due.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    Instant now = clock.instant();
    PersonalDataRule rule =
        store.read(tx -> tx.storedSettings().get(PersonalDataRule.NAME)).stream()
            .map(PersonalDataRule::read)
            .findFirst()
            .orElse(PersonalDataRule.NONE);
    PersonalDataRule asked = rule.changed(days, now, NOTICE);
    if (!asked.equals(rule)) {
      keep(PersonalDataRule.NAME, asked.text());
    }
    OptionalInt followed = asked.days(now);
    boolean more = followed.isPresent() && wipe(now.minus(Duration.ofDays(followed.getAsInt())));
    return more ? SOON : EVERY;
  }

  /** Whether there is more to do than one round does. */
  private boolean wipe(Instant before) {
    walk(0, after -> store.write(tx -> tx.personalData().wipeHeld(after, PIECE)));
    int payers = store.write(tx -> tx.bankLines().wipePayers(before, PIECE));
    long from = done();
    Piece piece = new Piece(from, true);
    for (int i = 0; i < PIECES_OF_A_ROUND && piece.more(); i++) {
      long after = piece.last();
      piece = store.write(tx -> tx.personalData().wipe(before, after, PIECE));
    }
    if (piece.last() > from) {
      keep(DONE, Long.toString(piece.last()));
    }
    return piece.more() || payers == PIECE;
  }

  /** What goes next of a shop, by days of its zone. */
  public Forecast forecast(long tenantId, ZoneId zone) {
    Instant now = clock.instant();
    PersonalDataRule rule =
        store
            .read(tx -> tx.storedSettings().get(PersonalDataRule.NAME))
            .map(PersonalDataRule::read)
            .orElse(PersonalDataRule.NONE)
            .changed(days, now, NOTICE);
    LocalDate today = LocalDate.ofInstant(now, zone);
    Instant end = today.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant();
    Map<LocalDate, long[]> counts = new TreeMap<>();
    Duration age = Duration.ofDays(days);
    walk(
        done(),
        after -> {
          Look look =
              store.read(tx -> tx.personalData().look(tenantId, end.minus(age), after, LOOKED_AT));
          for (Holding holding : look.holdings()) {
            Instant goes = latest(holding.createdAt().plus(age), rule.from(), now);
            if (goes.isBefore(end)) {
              long[] day =
                  counts.computeIfAbsent(LocalDate.ofInstant(goes, zone), _ -> new long[2]);
              day[0] += holding.name() ? 1 : 0;
              day[1] += holding.phone() ? 1 : 0;
            }
          }
          return look.piece();
        });
    List<Day> next =
        today
            .datesUntil(today.plusDays(DAYS_AHEAD))
            .map(
                date -> {
                  long[] count = counts.getOrDefault(date, new long[2]);
                  return new Day(date, count[0], count[1], buyers(tenantId, date, today, zone));
                })
            .filter(day -> day.names() + day.phones() + day.buyers() > 0)
            .toList();
    long held = store.read(tx -> tx.personalData().held(tenantId));
    return new Forecast(days, buyerDays, rule.from().isAfter(now) ? rule.from() : null, next, held);
  }

  private long buyers(long tenantId, LocalDate date, LocalDate today, ZoneId zone) {
    Duration age = Duration.ofDays(buyerDays);
    Instant from =
        date.equals(today) ? Instant.EPOCH : date.atStartOfDay(zone).toInstant().minus(age);
    Instant until = date.plusDays(1).atStartOfDay(zone).toInstant().minus(age);
    return store.read(tx -> tx.personalData().buyers(tenantId, from, until));
  }

  private static Instant latest(Instant one, Instant other, Instant third) {
    Instant later = one.isAfter(other) ? one : other;
    return later.isAfter(third) ? later : third;
  }

  private long done() {
    return store.read(tx -> tx.storedSettings().get(DONE)).map(Long::parseLong).orElse(0L);
  }

  private void keep(String name, String content) {
    store.write(
        tx -> {
          tx.storedSettings().put(name, content);
          return null;
        });
  }

  private interface Step {
    Piece from(long after);
  }

  private static long walk(long from, Step step) {
    Piece piece = new Piece(from, true);
    while (piece.more()) {
      piece = step.from(piece.last());
    }
    return piece.last();
  }
}
