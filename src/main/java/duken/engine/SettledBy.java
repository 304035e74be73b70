package duken.engine;

import duken.domain.InvoiceFact;
import duken.domain.InvoiceFact.CancelRequested;
import duken.domain.InvoiceFact.RefundCompleted;
import java.util.Locale;

/** Who brings a fact to the settlement: the history names it where the status moved. */
public enum SettledBy {
  /** The bank was asked. */
  STATUS_QUERY,
  /** The bank called, and what it said was verified. */
  KASPI_WEBHOOK,
  /** The shop asked for it. */
  MERCHANT,
  /** A refund was carried out. */
  REFUND;

  /** Who usually brings a fact of this kind. */
  public static SettledBy of(InvoiceFact fact) {
    return switch (fact) {
      case CancelRequested _ -> MERCHANT;
      case RefundCompleted _ -> REFUND;
      case InvoiceFact.Paid _,
          InvoiceFact.Progressed _,
          InvoiceFact.CancelRefused _,
          InvoiceFact.Cancelled _,
          InvoiceFact.Expired _ ->
          STATUS_QUERY;
    };
  }

  /** Lower-case word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
