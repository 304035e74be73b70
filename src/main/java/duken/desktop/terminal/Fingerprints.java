package duken.desktop.terminal;

/** Fingerprints of certificates, for people. */
final class Fingerprints {

  private static final int PAIRS_IN_A_LINE = 16;
  private static final int CHARACTERS = 3;

  private Fingerprints() {}

  /** All 32 pairs in two lines, so that they can be compared. */
  static String whole(String fingerprint) {
    int half = PAIRS_IN_A_LINE * CHARACTERS;
    return fingerprint == null || fingerprint.length() <= half
        ? String.valueOf(fingerprint)
        : fingerprint.substring(0, half - 1) + "\n" + fingerprint.substring(half);
  }

  /** Its beginning, to tell several apart. */
  static String brief(String fingerprint) {
    int some = 8 * CHARACTERS - 1;
    return fingerprint == null || fingerprint.length() < some
        ? ""
        : fingerprint.substring(0, some) + "…";
  }
}
