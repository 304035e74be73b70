package duken.desktop.history;

import duken.domain.InvoiceStatus;
import java.util.Arrays;
import java.util.List;

/** The groups of statuses a cashier asks for, in the words of the counter. */
public enum StatusChoice {
  ALL("history.filter.all"),
  PAID("history.filter.paid", InvoiceStatus.PAID, InvoiceStatus.PARTIALLY_REFUNDED),
  OPEN("history.filter.open", InvoiceStatus.PENDING, InvoiceStatus.CANCELLING),
  NOT_PAID("history.filter.not_paid", InvoiceStatus.CANCELLED, InvoiceStatus.EXPIRED),
  REFUNDED("history.filter.refunded", InvoiceStatus.PARTIALLY_REFUNDED, InvoiceStatus.REFUNDED);

  private final String textKey;
  private final List<String> words;

  StatusChoice(String textKey, InvoiceStatus... statuses) {
    this.textKey = textKey;
    this.words = Arrays.stream(statuses).map(InvoiceStatus::wire).toList();
  }

  public String textKey() {
    return textKey;
  }

  /** The contract's words it stands for; empty for all. */
  public List<String> words() {
    return words;
  }
}
