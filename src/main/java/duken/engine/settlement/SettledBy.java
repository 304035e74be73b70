package duken.engine.settlement;

import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.CancelRequested;
import duken.domain.InvoiceEvent.RefundCompleted;
import java.util.Locale;

/** Who brings a fact to the settlement: the history names it where the status moved. */
public enum SettledBy {
  /** The bank was asked. */
  STATUS_QUERY,
  /** The bank called, and what it said was verified. */
  KASPI_WEBHOOK,
  /** The shop asked for it. */
  MERCHANT,
  REFUND;

  /** Who usually brings a fact of this kind. */
  static SettledBy of(InvoiceEvent fact) {
    return switch (fact) {
      case CancelRequested _ -> MERCHANT;
      case RefundCompleted _ -> REFUND;
      case InvoiceEvent.Paid _,
          InvoiceEvent.Progressed _,
          InvoiceEvent.CancelRefused _,
          InvoiceEvent.Cancelled _,
          InvoiceEvent.Expired _ ->
          STATUS_QUERY;
    };
  }

  /** Lower-case word. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
