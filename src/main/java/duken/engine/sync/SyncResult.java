package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.provider.ProviderReading.Waiting;
import java.time.Duration;

/**
 * What a step brought.
 *
 * @param invoice as it is now
 * @param open the operation the bank has, or null
 * @param waiting what the bank said of it, or null
 * @param answer whether the bank said anything of use
 * @param askAgainIn the pause the bank dictates, or null
 */
public record SyncResult(
    Invoice invoice, BankOperation open, Waiting waiting, Answer answer, Duration askAgainIn) {

  /** Whether the bank speaks. */
  public enum Answer {
    SPOKE,
    SILENT,
    /** There was nothing to ask. */
    NOT_ASKED
  }
}
