package duken.installer;

import java.time.Instant;

/**
 * What is being released.
 *
 * @param version as in the pom
 * @param moment all files are dated to it, so that the same commit gives the same bytes
 * @param host the system the package is for, always the one it is built on
 */
record Release(String version, Instant moment, Host host) {

  /** {@code duken-0.1.0-linux-x64.ENDING}. */
  String fileName(String ending) {
    return "duken-%s-%s.%s".formatted(version, host.tag(), ending);
  }

  /** Seconds since 1970, the form of {@code SOURCE_DATE_EPOCH}. */
  String epoch() {
    return String.valueOf(moment.getEpochSecond());
  }
}
