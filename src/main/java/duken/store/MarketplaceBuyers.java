package duken.store;

import java.time.Instant;
import java.util.Optional;

/** Whom shops may call about their orders on a marketplace, each sealed. */
public interface MarketplaceBuyers {

  /** Keeps the buyer of an order that is stored, unless one is kept already. */
  void keep(long tenantId, String orderId, byte[] sealed, Instant orderedAt);

  /** The buyer of an order; empty when none is kept any more. */
  Optional<byte[]> find(long tenantId, String orderId);

  /**
   * Deletes the buyers of all orders made before.
   *
   * @return how many
   */
  int forget(Instant orderedBefore);
}
