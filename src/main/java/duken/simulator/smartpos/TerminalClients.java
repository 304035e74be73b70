package duken.simulator.smartpos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tills the terminal knows, with their tokens. */
final class TerminalClients {

  private static final ZoneId PLACE = ZoneId.of("Asia/Almaty");

  private final Clock clock;
  private final Map<String, Till> byName = new HashMap<>();
  private final List<String> given = new ArrayList<>();
  private Duration life = Duration.ofHours(24);
  private boolean englishDates;
  private boolean refusesRefresh;

  TerminalClients(Clock clock) {
    this.clock = clock;
  }

  record Till(String access, String refresh, Instant until, String date) {}

  /** How a token is taken. */
  enum Verdict {
    GOOD,
    UNKNOWN,
    OLD
  }

  synchronized void life(Duration time) {
    life = time;
  }

  synchronized void dates(boolean english) {
    englishDates = english;
  }

  synchronized void refuseRefresh(boolean refuse) {
    refusesRefresh = refuse;
  }

  synchronized boolean knows(String name) {
    return byName.containsKey(name);
  }

  synchronized Till allow(String name) {
    Instant until = clock.instant().plus(life);
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern(
            englishDates ? "MMM d, yyyy HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    Till till = new Till(token(), token(), until, form.format(until.atZone(PLACE)));
    byName.put(name, till);
    return till;
  }

  synchronized void forbid(String name) {
    byName.remove(name);
  }

  synchronized Optional<Till> refresh(String name, String token) {
    Till till = byName.get(name);
    return till == null || refusesRefresh || !till.refresh().equals(token)
        ? Optional.<Till>empty()
        : Optional.of(allow(name));
  }

  synchronized Verdict check(String token) {
    return byName.values().stream()
        .filter(till -> till.access().equals(token))
        .findFirst()
        .map(till -> clock.instant().isBefore(till.until()) ? Verdict.GOOD : Verdict.OLD)
        .orElse(Verdict.UNKNOWN);
  }

  /** Makes every access token too old, or unknown. */
  synchronized void spoil(boolean unknown) {
    byName.replaceAll(
        (_, till) ->
            new Till(
                unknown ? token() : till.access(), till.refresh(), clock.instant(), till.date()));
  }

  synchronized List<String> tokens() {
    return List.copyOf(given);
  }

  private String token() {
    String token = UUID.randomUUID().toString().replace("-", "");
    given.add(token);
    return token;
  }
}
