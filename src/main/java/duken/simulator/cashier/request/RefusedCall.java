package duken.simulator.cashier.request;

/** Ends a call that the bank does not grant; how it is said depends on the host. */
public final class RefusedCall extends RuntimeException {

  /** Said as an HTTP status, not in the envelope. */
  public static final int ENDED_TOKEN = 401;

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

  private RefusedCall(
      boolean breach, String check, String why, int statusCode, String entranceCode, String words) {
    super(why);
    this.breach = breach;
    this.check = check;
    this.statusCode = statusCode;
    this.entranceCode = entranceCode;
    this.words = words;
  }

  /** The caller broke the wire contract. */
  public static RefusedCall breach(String check, String why) {
    return new RefusedCall(true, check, why, BAD_REQUEST, "BadIncomingRequest", "Неверный запрос");
  }

  /** The caller failed a proof of who it is. */
  public static RefusedCall unproven(String check, String why) {
    return new RefusedCall(
        true,
        check,
        why,
        BAD_REQUEST,
        "KaspiPayCheckSecurityFailed",
        "Проверка безопасности не пройдена");
  }

  /** The one-time code does not fit. */
  static RefusedCall mac(String why) {
    return new RefusedCall(true, "MAC", why, BAD_MAC, "", "Неверный одноразовый код");
  }

  /** The token is dead or was never alive. */
  static RefusedCall dead(String why) {
    return new RefusedCall(false, "token", why, DEAD_TOKEN, "", "Сессия недействительна");
  }

  /**
   * The token ran out. The sheet does not know how the bank says that; here it is HTTP 401, one of
   * the ways it knows for a dead token (section 9), so that it differs from a lost account.
   */
  static RefusedCall ended() {
    return new RefusedCall(false, "token", "ran out", ENDED_TOKEN, "", "");
  }

  /** The application is older than the bank takes (section 1); the session itself lives. */
  static RefusedCall oldVersion(int build) {
    return new RefusedCall(
        false, "build", build + " is too old", OLD_VERSION, "", "Обновите приложение, чтобы войти");
  }

  /** There is no such operation for this profile. */
  public static RefusedCall notFound(String why) {
    return new RefusedCall(false, "operation", why, NOT_FOUND, "", "Операция не найдена");
  }

  /** A right call that the bank declines, in a sentence for the cashier. */
  public static RefusedCall declined(int statusCode, String check, String why, String words) {
    return new RefusedCall(false, check, why, statusCode, "", words);
  }

  /** A right step of the sign-in that the bank declines. */
  public static RefusedCall entrance(String code, String check, String why, String words) {
    return new RefusedCall(false, check, why, BAD_REQUEST, code, words);
  }

  public boolean breach() {
    return breach;
  }

  public String check() {
    return check;
  }

  public int statusCode() {
    return statusCode;
  }

  public String entranceCode() {
    return entranceCode;
  }

  /** What the person is told. */
  public String words() {
    return words;
  }
}
