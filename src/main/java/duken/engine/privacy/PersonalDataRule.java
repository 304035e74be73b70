package duken.engine.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How long names and phones are kept, and since when that holds.
 *
 * @param days what was set last
 * @param from when that begins to be followed
 * @param before what is followed until then; 0 when nothing is let go of
 */
record PersonalDataRule(int days, Instant from, int before) {

  /** The name of the stored setting. */
  static final String NAME = "retention.personal";

  /** A database that was never looked at: nothing is let go of. */
  static final PersonalDataRule NONE = new PersonalDataRule(0, Instant.EPOCH, 0);

  static PersonalDataRule read(String text) {
    String[] parts = text.split(" ", -1);
    return new PersonalDataRule(
        Integer.parseInt(parts[0]), Instant.parse(parts[1]), Integer.parseInt(parts[2]));
  }

  String text() {
    return days + " " + from + " " + before;
  }

  /** How many days are followed now; empty when nothing is let go of yet. */
  OptionalInt days(Instant now) {
    int followed = now.isBefore(from) ? before : days;
    return followed == 0 ? OptionalInt.empty() : OptionalInt.of(followed);
  }

  /** The rule once {@code asked} days are set: a longer time holds at once, a shorter one later. */
  PersonalDataRule changed(int asked, Instant now, Duration notice) {
    if (asked == days) {
      return this;
    }
    int followed = days(now).orElse(0);
    boolean longer = followed > 0 && asked >= followed;
    return new PersonalDataRule(asked, longer ? now : now.plus(notice), followed);
  }
}
