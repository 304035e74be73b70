package duken.desktop.payment;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.kit.SaleState;
import java.util.Map;
import java.util.Optional;

/** What the cashier does at each step of a terminal, and what the terminal says of a failure. */
final class TerminalHint {

  private static final String GROUP = "payment.hint.terminal.";

  /** The terminal's own words for its steps; of any other the general sentence is said. */
  private static final Map<String, String> STEPS =
      Map.of(
          "Initialize", "initialize",
          "WaitForQrConfirmation", "qr",
          "ProcessingCard", "card",
          "WaitForPinCode", "pin",
          "unknown", "unknown");

  private TerminalHint() {}

  /** The text key of the hint; empty when the sale is no terminal's or has no step to tell. */
  static Optional<String> key(SaleState state, DeskJson.Sale sale) {
    if (sale == null || !"terminal".equals(sale.invoice().state().type())) {
      return Optional.empty();
    }
    return switch (state) {
      case LOOK ->
          "amount_mismatch".equals(sale.invoice().outcome().errorCode())
              ? Optional.of(GROUP + "mismatch")
              : Optional.empty();
      case CANCELLING -> Optional.of(GROUP + "cancelling");
      case CHECKING, AT_TERMINAL, CONFIRMING ->
          sale.live().checking()
              ? Optional.of(GROUP + "silent")
              : Optional.ofNullable(STEPS.get(step(sale.invoice()))).map(GROUP::concat);
      default -> Optional.empty();
    };
  }

  /** What the terminal said of a payment that ended without money; empty when it said nothing. */
  static Optional<String> reason(InvoiceJson invoice, SaleState state) {
    return "terminal".equals(invoice.state().type()) && !state.isOpen() && !state.hasMoney()
        ? Optional.ofNullable(invoice.outcome().errorMessage())
        : Optional.empty();
  }

  private static String step(InvoiceJson invoice) {
    InvoiceJson.Provider provider = invoice.bank().provider();
    return provider == null || provider.metadata() == null
        ? ""
        : provider.metadata().getOrDefault("step", "");
  }
}
