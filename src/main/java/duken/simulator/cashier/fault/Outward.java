package duken.simulator.cashier.fault;

import duken.simulator.proof.WallTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers, amounts and dates in the form they are switched to (section 12, second table). */
public final class Outward {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final DateTimeFormatter ZULU =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Behaviour behaviour;

  public Outward(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  public Object id(long id) {
    return behaviour.idsAsText() ? Long.toString(id) : (Object) id;
  }

  public Object number(long number) {
    return behaviour.numbersAsText() ? Long.toString(number) : (Object) number;
  }

  /** An amount in tenge: {@code 1250.5}, {@code "1250.5"} or {@code "1 250,50 ₸"}. */
  public Object amount(long tiyn) {
    if (behaviour.amountsAsDisplay()) {
      return display(tiyn);
    }
    BigDecimal tenge = tenge(tiyn);
    return behaviour.numbersAsText() ? tenge.toPlainString() : tenge;
  }

  /** The moment an operation runs out; empty when it is not told. */
  public Optional<String> expiry(Instant at) {
    return switch (behaviour.expireDate()) {
      case OFFSET -> Optional.of(OFFSET.format(at.atZone(WallTime.ALMATY)));
      case Z -> Optional.of(ZULU.format(at));
      case NONE -> Optional.of(date(at));
      case ABSENT -> Optional.empty();
    };
  }

  /** A date without an offset, in Almaty. */
  public static String date(Instant at) {
    return LOCAL.format(at.atZone(WallTime.ALMATY));
  }

  /** A date with its offset, as rows of the history have it. */
  public static String rowDate(Instant at) {
    return OFFSET.format(at.atZone(WallTime.ALMATY));
  }

  /** The plain number of tenge. */
  static BigDecimal tenge(long tiyn) {
    BigDecimal tenge = BigDecimal.valueOf(tiyn, 2).stripTrailingZeros();
    return tenge.scale() < 0 ? tenge.setScale(0) : tenge;
  }

  /** As a person reads it: no-break spaces between thousands, a comma, two decimals if any. */
  static String display(long tiyn) {
    String whole = String.format(Locale.ROOT, "%,d", tiyn / 100).replace(',', '\u00a0');
    String fraction = tiyn % 100 == 0 ? "" : ",%02d".formatted(tiyn % 100);
    return whole + fraction + " ₸";
  }
}
