package duken.desktop.kit;

import duken.api.BankJson;
import duken.api.DeskJson;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How the provider stands, as one icon, one word and one colour. */
@SuppressWarnings("ImmutableEnumChecker") // Icons are constants of other enums.
public enum BankLight {
  CONNECTED(Material2RoundAL.CHECK_CIRCLE, Tone.GOOD),
  NOT_CONNECTED(Material2RoundAL.LINK_OFF, Tone.CAREFUL),
  /** The session is lost; somebody has to sign in. */
  SIGNED_OUT(Material2RoundAL.LOCK, Tone.BAD),
  /** The bank by contract knows the shop no longer; somebody has to connect it again. */
  REFUSED(Material2RoundAL.LOCK, Tone.BAD),
  /** Connected, but the client certificate ends within two months. */
  CERTIFICATE_ENDS(Material2RoundAL.ACCESS_TIME, Tone.CAREFUL),
  /** Connected, but the last question was not answered. */
  SILENT(Material2RoundAL.CLOUD_OFF, Tone.CAREFUL),
  /** Connected, but this computer's clock is wrong. */
  CLOCK_WRONG(Material2RoundAL.ACCESS_TIME, Tone.CAREFUL),
  /** Training: no real bank. */
  PRACTICE(Material2RoundMZ.SCHOOL, Tone.PLAIN),
  PRACTICE_SILENT(Material2RoundAL.CLOUD_OFF, Tone.CAREFUL);

  /** From here on a wrong clock is worth a word (cashier sheet, section 9). */
  private static final long SKEW_SECONDS = 20;

  private final Ikon icon;
  private final Tone tone;

  BankLight(Ikon icon, Tone tone) {
    this.icon = icon;
    this.tone = tone;
  }

  public Ikon icon() {
    return icon;
  }

  public Tone tone() {
    return tone;
  }

  /** The text key of its word, {@code bank.light.connected}. */
  public String textKey() {
    return "bank.light." + name().toLowerCase(Locale.ROOT);
  }

  /** The light of the provider that sales take now. */
  public static BankLight of(DeskJson.State state) {
    if (state.training()) {
      return state.way().bankReachable() ? PRACTICE : PRACTICE_SILENT;
    }
    long skew = state.bank() == null ? 0 : state.bank().line().clockSkewSeconds();
    BankLight light = of(state.way().connection(), state.way().bankReachable(), skew);
    return state.live().map(row -> light.or(row)).orElse(light);
  }

  /** The light of the shop's own account, whether sales take that provider now or not. */
  public static BankLight of(BankJson.Status account) {
    return of(account.connection(), account.line().reachable(), account.line().clockSkewSeconds());
  }

  /** Whether this computer's clock is so far from the bank's that somebody should set it. */
  public static boolean isClockWrong(long skewSeconds) {
    return Math.abs(skewSeconds) > SKEW_SECONDS;
  }

  private BankLight or(BankJson.Provider live) {
    boolean connected = this == CONNECTED || this == SILENT;
    if (connected && live.connection().equals("signed_out")) {
      return REFUSED;
    }
    return this == CONNECTED && "certificate_ends_soon".equals(live.trouble())
        ? CERTIFICATE_ENDS
        : this;
  }

  private static BankLight of(String connection, boolean reachable, long skewSeconds) {
    return switch (connection) {
      case "connected" -> !reachable ? SILENT : isClockWrong(skewSeconds) ? CLOCK_WRONG : CONNECTED;
      case "signed_out" -> SIGNED_OUT;
      default -> NOT_CONNECTED;
    };
  }
}
