package duken.gateway.pay;

import duken.domain.Invoice;
import duken.domain.PayerProgress;
import duken.domain.StatusReason;
import java.util.Locale;

/** What a customer is told of a bill. */
enum PayState {
  WAITING("wait", true),
  CONFIRMING("wait", true),
  CHECKING("wait", true),
  CANCELLING("wait", true),
  PAID("good", false),
  CANCELLED("bad", false),
  EXPIRED("bad", false),
  FAILED("bad", false),
  REFUNDED("good", false),
  PARTIALLY_REFUNDED("good", false);

  private final String look;
  private final boolean open;

  PayState(String look, boolean open) {
    this.look = look;
    this.open = open;
  }

  /**
   * @param checking whether the bank's last word is awaited
   */
  static PayState of(Invoice invoice, boolean checking) {
    Invoice.State state = invoice.state();
    return switch (state.status()) {
      case PENDING ->
          checking
              ? CHECKING
              : state.held() || state.payerProgress() == PayerProgress.CONFIRMING
                  ? CONFIRMING
                  : WAITING;
      case CANCELLING -> CANCELLING;
      case PAID -> PAID;
      case CANCELLED -> CANCELLED;
      case EXPIRED -> state.reason() == StatusReason.TTL_EXPIRED ? EXPIRED : FAILED;
      case REFUNDED -> REFUNDED;
      case PARTIALLY_REFUNDED -> PARTIALLY_REFUNDED;
    };
  }

  /** The word in texts and for the page's script. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code wait}, {@code good} or {@code bad}. */
  String look() {
    return look;
  }

  /** Whether something may still happen by itself. */
  boolean isOpen() {
    return open;
  }

  /** Whether the customer may pay now. */
  boolean isPayable() {
    return this == WAITING || this == CONFIRMING;
  }
}
