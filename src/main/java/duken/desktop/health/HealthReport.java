package duken.desktop.health;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.HealthJson;
import duken.desktop.kit.BankLight;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Judges facts: which light each of them gets, which sentence, and what to do next. */
public final class HealthReport {

  private static final long LITTLE_SPACE = 500L << 20;
  private static final long NO_SPACE = 50L << 20;
  private static final long GIB = 1L << 30;
  private static final Duration OLD_COPY = Duration.ofDays(30);
  private static final long SLOW_DATABASE = 1_000;
  private static final int TENTHS = 10;

  private HealthReport() {}

  /** The page, in the order in which one looks. */
  public static List<HealthItem> of(HealthFacts facts) {
    return List.of(
        bank(facts.state()),
        signIn(facts.state()),
        clock(facts),
        network(facts),
        database(facts),
        disk(facts.engine()),
        backup(facts.engine()),
        receiver(facts.engine()),
        printer(facts.printer()),
        version(facts));
  }

  private static HealthItem bank(DeskJson.State state) {
    if (state == null) {
      return unknown("bank");
    }
    String kind = state.training() ? "practice" : "bank";
    return state.way().bankReachable()
        ? HealthItem.of("bank", say(Tone.GOOD, kind + ".answers"))
        : HealthItem.of("bank", say(Tone.CAREFUL, kind + ".silent"), "bank");
  }

  private static HealthItem signIn(DeskJson.State state) {
    if (state == null) {
      return unknown("sign_in");
    }
    String own = state.bank() == null ? "not_configured" : state.bank().connection();
    String connection =
        state.training() ? own : state.live().map(BankJson.Provider::connection).orElse(own);
    return switch (connection) {
      case "connected" -> HealthItem.of("sign_in", say(Tone.GOOD, "sign_in.connected"));
      case "signed_out" -> HealthItem.of("sign_in", say(Tone.BAD, "sign_in.signed_out"), "bank");
      default ->
          HealthItem.of(
              "sign_in", say(state.training() ? Tone.QUIET : Tone.BAD, "sign_in.none"), "bank");
    };
  }

  private static HealthItem clock(HealthFacts facts) {
    Long seconds = skew(facts);
    if (seconds == null) {
      return unknown("clock");
    }
    if (!BankLight.isClockWrong(seconds)) {
      return HealthItem.of("clock", say(Tone.GOOD, "clock.right", Math.abs(seconds)));
    }
    return HealthItem.of(
        "clock", say(Tone.BAD, seconds > 0 ? "clock.ahead" : "clock.behind", Math.abs(seconds)));
  }

  /** Positive when the clock is ahead; the bank's own word counts more than its web site's. */
  private static Long skew(HealthFacts facts) {
    BankJson.Status account = facts.state() == null ? null : facts.state().bank();
    if (account != null && account.connection().equals("connected") && account.line().reachable()) {
      return -account.line().clockSkewSeconds();
    }
    return facts.ahead() == null ? null : facts.ahead().toSeconds();
  }

  private static HealthItem network(HealthFacts facts) {
    if (facts.online() == null) {
      return unknown("network");
    }
    return HealthItem.of(
        "network",
        facts.online() ? say(Tone.GOOD, "network.online") : say(Tone.CAREFUL, "network.offline"));
  }

  private static HealthItem database(HealthFacts facts) {
    if (!facts.answering()) {
      return HealthItem.of("database", say(Tone.BAD, "database.no_engine"), "engine");
    }
    if (facts.engine() == null) {
      return unknown("database");
    }
    HealthJson.Database database = facts.engine().database();
    if (!database.alive()) {
      return HealthItem.of("database", say(Tone.BAD, "database.dead"));
    }
    if (!facts.engine().late().isEmpty()) {
      return HealthItem.of(
          "database", say(Tone.CAREFUL, "database.late", String.join(", ", facts.engine().late())));
    }
    return HealthItem.of(
        "database",
        database.millis() > SLOW_DATABASE
            ? say(Tone.CAREFUL, "database.slow", database.millis())
            : say(Tone.GOOD, "database.answers"));
  }

  private static HealthItem disk(HealthJson engine) {
    if (engine == null || engine.freeBytes() == null) {
      return unknown("disk");
    }
    long free = engine.freeBytes();
    String words = gigabytes(free);
    return HealthItem.of(
        "disk",
        free < NO_SPACE
            ? say(Tone.BAD, "disk.full", words)
            : free < LITTLE_SPACE
                ? say(Tone.CAREFUL, "disk.little", words)
                : say(Tone.GOOD, "disk.enough", words));
  }

  /** One place behind the comma, as all three languages write it. */
  static String gigabytes(long bytes) {
    long tenths = bytes / (GIB / TENTHS);
    return tenths / TENTHS + "," + tenths % TENTHS;
  }

  private static HealthItem backup(HealthJson engine) {
    if (engine == null) {
      return unknown("backup");
    }
    if (!engine.backup().own()) {
      return HealthItem.of("backup", say(Tone.QUIET, "backup.elsewhere"));
    }
    if (engine.backup().newest() == null) {
      return HealthItem.of("backup", say(Tone.CAREFUL, "backup.none"));
    }
    Duration age =
        Duration.between(Instant.parse(engine.backup().newest()), Instant.parse(engine.time()));
    long days = Math.max(0, age.toDays());
    return HealthItem.of(
        "backup",
        age.compareTo(OLD_COPY) > 0
            ? say(Tone.CAREFUL, "backup.old", days)
            : say(Tone.GOOD, "backup.fresh", days));
  }

  private static HealthItem receiver(HealthJson engine) {
    if (engine == null) {
      return unknown("receiver");
    }
    HealthJson.Receiver receiver = engine.receiver();
    if (!receiver.set() || !receiver.enabled()) {
      return HealthItem.of("receiver", say(Tone.QUIET, "receiver.none"), "webhook");
    }
    if (receiver.parked() > 0) {
      return HealthItem.of(
          "receiver", say(Tone.BAD, "receiver.parked", receiver.parked()), "deliveries");
    }
    if (receiver.lastError() != null) {
      return HealthItem.of("receiver", say(Tone.CAREFUL, "receiver.failing"), "deliveries");
    }
    return HealthItem.of(
        "receiver",
        receiver.lastAttempt() == null
            ? say(Tone.GOOD, "receiver.untried")
            : say(Tone.GOOD, "receiver.answers"));
  }

  private static HealthItem printer(HealthFacts.Printer printer) {
    if (!printer.chosen()) {
      return HealthItem.of("printer", say(Tone.QUIET, "printer.none"), "printer");
    }
    return printer.trouble() == null
        ? HealthItem.of("printer", say(Tone.GOOD, "printer.ready"))
        : HealthItem.of(
            "printer",
            say(Tone.CAREFUL, "printer." + printer.trouble().name().toLowerCase(Locale.ROOT)),
            "printer");
  }

  private static HealthItem version(HealthFacts facts) {
    return facts.engine() == null
        ? unknown("version")
        : HealthItem.of("version", say(Tone.GOOD, "version.is", facts.engine().version()));
  }

  private static HealthItem unknown(String id) {
    return HealthItem.of(id, say(Tone.QUIET, "unknown"));
  }

  private static Message say(Tone tone, String key, Object... values) {
    return Message.of(tone, "health.says." + key, values);
  }
}
