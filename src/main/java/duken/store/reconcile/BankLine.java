package duken.store.reconcile;

import duken.domain.Money;
import duken.store.Scope;
import java.time.Instant;

/**
 * A line of a bank's own list, as it is kept.
 *
 * @param id 0 before it is stored
 * @param told what the bank said
 * @param invoiceId the sale somebody said it belongs to, or null
 * @param seenAt when it was first read, UTC
 */
public record BankLine(
    long id, Scope scope, String provider, Told told, Long invoiceId, Instant seenAt) {

  /**
   * What the bank said.
   *
   * @param key tells it from every other line of the shop at this bank
   * @param operationId of the payment; of a return maybe its own
   * @param order the number a person sees in the bank's application, or null
   * @param amount or null when the bank's text could not be read
   * @param at UTC
   * @param payer or null
   * @param mark of a bill of ours, or null
   * @param source what the customer paid from, in the bank's word, or null
   */
  public record Told(
      String key,
      String operationId,
      String order,
      boolean isReturn,
      Money amount,
      Instant at,
      String payer,
      String mark,
      String source) {}
}
