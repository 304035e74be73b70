package duken.provider.history;

import duken.domain.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of a bank's own list: a payment or a return.
 *
 * @param key tells it from every other line of the shop at this bank
 * @param operationId of the payment; banks may give a return a number of its own
 * @param order the number a person sees in the bank's application, or null
 * @param amount or null when the bank's text could not be read
 * @param at UTC
 * @param payer as the bank writes it, or null
 * @param mark what we had put into a bill's comment, or null
 * @param source what the customer paid from in the bank's own word, {@code GOLD}; or null
 */
public record OperationRow(
    String key,
    String operationId,
    String order,
    boolean isReturn,
    Money amount,
    Instant at,
    String payer,
    String mark,
    String source) {

  public OperationRow {
    Objects.requireNonNull(key);
    Objects.requireNonNull(operationId);
    Objects.requireNonNull(at);
  }
}
