package duken.desktop.kit;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.domain.InvoiceStatus;
import java.util.Locale;
import java.util.Set;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A sale as one icon, one word and one colour. */
@SuppressWarnings("ImmutableEnumChecker") // Icons are constants of other enums.
public enum SaleState {
  /** The bill surely did not reach the bank yet. */
  NOT_SENT(Material2RoundAL.CLOUD_OFF, Tone.CAREFUL, true),
  /** The same, for so long that it is only sent when the cashier says so. */
  HELD(Material2RoundAL.HELP, Tone.CAREFUL, true),
  /** A bill whose sending was not answered: a person has to ask the customer. */
  MAYBE_SENT(Material2RoundAL.HELP, Tone.CAREFUL, true),
  WAITING(Material2RoundMZ.QR_CODE_SCANNER, Tone.WAITING, true),
  /** A bill lies in the customer's bank app. */
  BILLED(Material2RoundMZ.SMARTPHONE, Tone.WAITING, true),
  /** The terminal on the counter waits for the customer. */
  AT_TERMINAL(Material2RoundMZ.POINT_OF_SALE, Tone.WAITING, true),
  /** Nobody knows what became of it: a person has to look at the terminal. */
  LOOK(Material2RoundAL.HELP, Tone.CAREFUL, true),
  /** A link that the customer can open. */
  LINK_SENT(Material2RoundAL.LINK, Tone.WAITING, true),
  SCANNED(Material2RoundMZ.PHONELINK_RING, Tone.ACTIVE, true),
  CONFIRMING(Material2RoundAL.HOURGLASS_TOP, Tone.ACTIVE, true),
  /** Time is over or the bank is silent: its last word is awaited. */
  CHECKING(Material2RoundMZ.SYNC, Tone.CAREFUL, true),
  CANCELLING(Material2RoundAL.HOURGLASS_BOTTOM, Tone.CAREFUL, true),
  PAID(Material2RoundAL.CHECK_CIRCLE, Tone.GOOD, false),
  /** Cancelled by the shop. */
  CANCELLED(Material2RoundAL.CANCEL, Tone.QUIET, false),
  /** The customer said no, or the bank did. */
  DECLINED(Material2RoundAL.BLOCK, Tone.BAD, false),
  /** The bank could not carry it out. */
  FAILED(Material2RoundAL.ERROR, Tone.BAD, false),
  EXPIRED(Material2RoundMZ.TIMER_OFF, Tone.QUIET, false),
  PARTIALLY_REFUNDED(Material2RoundMZ.UNDO, Tone.CAREFUL, false),
  REFUNDED(Material2RoundMZ.UNDO, Tone.QUIET, false);

  private static final Set<String> FOR_A_PERSON =
      Set.of("start_unknown", "terminal_forgot", "amount_mismatch");

  private static final String MAYBE_SENT_CODE = "bill_may_be_sent";

  private final Ikon icon;
  private final Tone tone;
  private final boolean open;

  SaleState(Ikon icon, Tone tone, boolean open) {
    this.icon = icon;
    this.tone = tone;
    this.open = open;
  }

  public Ikon icon() {
    return icon;
  }

  public Tone tone() {
    return tone;
  }

  /** Whether the customer's money may still come. */
  public boolean isOpen() {
    return open;
  }

  /** Whether the customer has heard nothing of it yet. */
  public boolean isUnsent() {
    return this == NOT_SENT || this == HELD;
  }

  /** Whether the customer's money came. */
  public boolean hasMoney() {
    return this == PAID || this == PARTIALLY_REFUNDED || this == REFUNDED;
  }

  /** The text key of its word, {@code sale.state.waiting}. */
  public String textKey() {
    return "sale.state." + name().toLowerCase(Locale.ROOT);
  }

  public static SaleState of(DeskJson.Sale sale) {
    InvoiceJson invoice = sale.invoice();
    InvoiceStatus status =
        InvoiceStatus.ofWire(invoice.state().status()).orElse(InvoiceStatus.PENDING);
    return switch (status) {
      case PENDING -> ofPending(sale);
      case CANCELLING -> CANCELLING;
      case PAID -> PAID;
      case PARTIALLY_REFUNDED -> PARTIALLY_REFUNDED;
      case REFUNDED -> REFUNDED;
      case CANCELLED -> isCustomers(invoice.state().statusReason()) ? DECLINED : CANCELLED;
      case EXPIRED -> ofExpired(invoice.state().statusReason());
    };
  }

  private static SaleState ofPending(DeskJson.Sale sale) {
    if (isForAPerson(sale.invoice())) {
      return LOOK;
    }
    if (sale.live().queued()) {
      return sale.live().held() ? HELD : NOT_SENT;
    }
    if (MAYBE_SENT_CODE.equals(sale.invoice().outcome().errorCode())) {
      return MAYBE_SENT;
    }
    if (sale.live().checking()) {
      return CHECKING;
    }
    return switch (sale.live().progress() == null ? "" : sale.live().progress()) {
      // A terminal that has not answered yet may have begun.
      case "not_sent" -> "terminal".equals(sale.invoice().state().type()) ? CHECKING : NOT_SENT;
      case "scanned" -> SCANNED;
      case "confirming" -> isUnknown(sale.invoice()) ? CHECKING : CONFIRMING;
      default -> ofWaiting(sale.invoice().state().type());
    };
  }

  /** The terminal itself waits for the bank's word. */
  private static boolean isUnknown(InvoiceJson invoice) {
    return "terminal".equals(invoice.state().type())
        && invoice.bank().provider() != null
        && invoice.bank().provider().metadata() != null
        && "unknown".equals(invoice.bank().provider().metadata().get("step"));
  }

  private static boolean isForAPerson(InvoiceJson invoice) {
    return "terminal".equals(invoice.state().type())
        && invoice.outcome().errorCode() != null
        && FOR_A_PERSON.contains(invoice.outcome().errorCode());
  }

  private static SaleState ofWaiting(String type) {
    return switch (type) {
      case "phone" -> BILLED;
      case "terminal" -> AT_TERMINAL;
      case "link" -> LINK_SENT;
      default -> WAITING;
    };
  }

  private static boolean isCustomers(String reason) {
    return "customer_cancelled".equals(reason) || "customer_closed_session".equals(reason);
  }

  private static SaleState ofExpired(String reason) {
    return switch (reason == null ? "" : reason) {
      case "payment_rejected" -> DECLINED;
      case "provider_error" -> FAILED;
      default -> EXPIRED;
    };
  }
}
