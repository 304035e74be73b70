package duken.simulator.cashier;

/** Ends a call that the bank does not grant; how it is said depends on the host. */
public final class Refused extends RuntimeException {

  /** Said as an HTTP status, not in the envelope. */
  static final int ENDED_TOKEN = 401;

  static final int BAD_REQUEST = -999;
  static final int DEAD_TOKEN = -101_001;
  static final int OLD_VERSION = -209;
  static final int BAD_MAC = -10_001;
  static final int NOT_FOUND = -99_000_001;

  private static final long serialVersionUID = 1L;

  private final boolean breach;
  private final String check;
  private final int statusCode;
  private final String entranceCode;
  private final String words;

  private Refused(
      boolean breach, String check, String why, int statusCode, String entranceCode, String words) {
    super(why);
    this.breach = breach;
    this.check = check;
    this.statusCode = statusCode;
    this.entranceCode = entranceCode;
    this.words = words;
  }

  /** The caller broke the wire contract. */
  public static Refused breach(String check, String why) {
    return new Refused(true, check, why, BAD_REQUEST, "BadIncomingRequest", "Неверный запрос");
  }

  /** The caller failed a proof of who it is. */
  public static Refused unproven(String check, String why) {
    return new Refused(
        true,
        check,
        why,
        BAD_REQUEST,
        "KaspiPayCheckSecurityFailed",
        "Проверка безопасности не пройдена");
  }

  /** The one-time code does not fit. */
  static Refused mac(String why) {
    return new Refused(true, "MAC", why, BAD_MAC, "", "Неверный одноразовый код");
  }

  /** The token is dead or was never alive. */
  static Refused dead(String why) {
    return new Refused(false, "token", why, DEAD_TOKEN, "", "Сессия недействительна");
  }

  /**
   * The token ran out. The sheet does not know how the bank says that; here it is HTTP 401, one of
   * the ways it knows for a dead token (section 9), so that it differs from a lost account.
   */
  static Refused ended() {
    return new Refused(false, "token", "ran out", ENDED_TOKEN, "", "");
  }

  /** The application is older than the bank takes (section 1); the session itself lives. */
  static Refused oldVersion(int build) {
    return new Refused(
        false, "build", build + " is too old", OLD_VERSION, "", "Обновите приложение, чтобы войти");
  }

  /** There is no such operation for this profile. */
  static Refused notFound(String why) {
    return new Refused(false, "operation", why, NOT_FOUND, "", "Операция не найдена");
  }

  /** A right call that the bank declines, in a sentence for the cashier. */
  static Refused declined(int statusCode, String check, String why, String words) {
    return new Refused(false, check, why, statusCode, "", words);
  }

  /** A right step of the sign-in that the bank declines. */
  public static Refused entrance(String code, String check, String why, String words) {
    return new Refused(false, check, why, BAD_REQUEST, code, words);
  }

  boolean breach() {
    return breach;
  }

  String check() {
    return check;
  }

  int statusCode() {
    return statusCode;
  }

  String entranceCode() {
    return entranceCode;
  }

  /** What the person is told. */
  String words() {
    return words;
  }
}
