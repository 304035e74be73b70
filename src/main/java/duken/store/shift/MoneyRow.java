package duken.store.shift;

import duken.domain.Money;
import java.time.Instant;

/**
 * Money that came or went, once.
 *
 * @param event id of the event log's entry that tells of it
 * @param at UTC, when it was booked
 * @param invoiceId 0 for what was sold in cash alone
 * @param invoiceNumber the number a cashier reads out; of a sale in cash its own
 * @param way {@code qr}, {@code phone}, {@code link}, {@code terminal}, or {@code terminal_card}
 *     and the like when the terminal tells how the customer paid; {@code cash}
 * @param cashier the person who made the sale, or its desk where no PIN was entered
 * @param refund whether it went back to the customer
 * @param reason why it went back, or null
 */
public record MoneyRow(
    long event,
    Instant at,
    long invoiceId,
    long invoiceNumber,
    String way,
    String cashier,
    boolean refund,
    Money amount,
    String reason) {}
