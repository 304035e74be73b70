package duken.marketplace;

import java.time.Instant;

/**
 * How a shop stands with its orders.
 *
 * @param isConnected whether a token is kept
 * @param trouble {@code token_refused}, {@code unsure} or null
 * @param shopNumber value of {@code X-Merchant-Uid}, or null
 * @param newOrders how many nobody has taken yet
 * @param newestAt when the last of them was made, UTC, or null
 * @param importedFrom since when orders are here, UTC, or null
 * @param progress of the newest import, or null
 */
public record OrderStanding(
    boolean isConnected,
    String trouble,
    String shopNumber,
    long newOrders,
    Instant newestAt,
    Instant importedFrom,
    ImportProgress progress) {}
