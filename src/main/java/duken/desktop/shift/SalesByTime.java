package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sales by way and by hour; by day when they lie more than two days apart.
 *
 * @param steps hours or days without a gap, the first sale's to the last one's, in words
 * @param ways sums of each way, one per step
 */
record SalesByTime(List<String> steps, SortedMap<String, List<Money>> ways) {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:00");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
  private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("dd.MM HH:00");
  private static final long MOST_HOURS = 48;

  /** Of what came; what went back is left out. */
  static SalesByTime of(List<ShiftJson.Money> money, ZoneId zone) {
    List<ShiftJson.Money> sales = money.stream().filter(row -> !row.refund()).toList();
    if (sales.isEmpty()) {
      return new SalesByTime(List.of(), new TreeMap<>());
    }
    LocalDateTime first =
        sales.stream().map(row -> at(row, zone)).min(LocalDateTime::compareTo).get();
    LocalDateTime last =
        sales.stream().map(row -> at(row, zone)).max(LocalDateTime::compareTo).get();
    boolean byHour = ChronoUnit.HOURS.between(first, last) <= MOST_HOURS;
    ChronoUnit unit = byHour ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    LocalDateTime start = first.truncatedTo(unit);
    int count = (int) unit.between(start, last.truncatedTo(unit)) + 1;
    boolean oneDay = first.toLocalDate().equals(last.toLocalDate());
    DateTimeFormatter words = !byHour ? DAY : oneDay ? HOUR : DAY_AND_HOUR;
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(words.format(start.plus(i, unit)));
    }
    SortedMap<String, List<Money>> ways = new TreeMap<>();
    for (ShiftJson.Money row : sales) {
      List<Money> sums =
          ways.computeIfAbsent(
              row.way(), _ -> new ArrayList<>(java.util.Collections.nCopies(count, Money.ZERO)));
      int step = (int) unit.between(start, at(row, zone).truncatedTo(unit));
      sums.set(step, sums.get(step).plus(Sums.ofWire(row.amount())));
    }
    return new SalesByTime(steps, ways);
  }

  /** What a step comes to over all ways. */
  Money whole(int step) {
    return ways.values().stream().map(sums -> sums.get(step)).reduce(Money.ZERO, Money::plus);
  }

  private static LocalDateTime at(ShiftJson.Money row, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.parse(row.at()), zone);
  }
}
