package duken.app.updates;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three numbers of a version: {@code 0.2.0}. */
record VersionNumber(int major, int minor, int patch) implements Comparable<VersionNumber> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})\\.([0-9]{1,6})");

  private static final Comparator<VersionNumber> ORDER =
      Comparator.comparingInt(VersionNumber::major)
          .thenComparingInt(VersionNumber::minor)
          .thenComparingInt(VersionNumber::patch);

  /** The version in {@code text}; empty when it is none. */
  static Optional<VersionNumber> of(String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    return form.matches()
        ? Optional.of(
            new VersionNumber(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(VersionNumber other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
