package duken.desktop.training;

import duken.desktop.kit.SaleState;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What a customer may do with a bill; the order is that of the keys Ctrl 1, Ctrl 2, … */
@SuppressWarnings("ImmutableEnumChecker") // Icons are constants of other enums.
enum CustomerAct {
  SCAN(Material2RoundMZ.QR_CODE_SCANNER),
  CONFIRM(Material2RoundMZ.SMARTPHONE),
  PAY(Material2RoundAL.CHECK_CIRCLE),
  DECLINE(Material2RoundAL.BLOCK),
  /** Closes the bank app without an answer. */
  LEAVE(Material2RoundAL.EXIT_TO_APP),
  /** Time runs out, and then the money comes all the same. */
  PAY_LATE(Material2RoundMZ.MORE_TIME),
  /** The practice bank gives no answer for a while. */
  SILENCE(Material2RoundMZ.WIFI_OFF);

  private final Ikon icon;

  CustomerAct(Ikon icon) {
    this.icon = icon;
  }

  Ikon icon() {
    return icon;
  }

  /** The engine's word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String textKey() {
    return "training." + word();
  }

  /** Whether a customer could do this now. */
  boolean isPossible(SaleState state) {
    return switch (this) {
      case SCAN -> state == SaleState.WAITING || state == SaleState.BILLED;
      case CONFIRM -> state == SaleState.SCANNED;
      case PAY, DECLINE -> state.isOpen() && !state.isUnsent();
      case LEAVE -> state == SaleState.SCANNED || state == SaleState.CONFIRMING;
      case PAY_LATE -> !state.hasMoney() && !state.isUnsent();
      case SILENCE -> true;
    };
  }
}
