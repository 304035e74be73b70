package duken.provider;

import duken.domain.Money;
import java.util.Optional;

/**
 * A provider whose operations run on devices of the shop, one at a time on each, and cannot be
 * found again when the answer to their start was lost: a person looks at the device then.
 */
public interface SingleDevice {

  /** Whether a shop has a device of this name. */
  boolean has(long tenantId, String device);

  /**
   * Chooses the device of a try before it is opened. Kept when this returns.
   *
   * @param mark of the try
   */
  void assign(long tenantId, String mark, String device);

  /**
   * Whose operation, payment or refund, is not certainly over; empty when none is.
   *
   * @param device name of one of the shop's devices, or null for its first
   */
  Optional<Occupant> occupant(long tenantId, String device);

  /**
   * A person looked at the device.
   *
   * @param mark of the try nobody knew about
   * @param seen what it shows
   */
  void decided(long tenantId, String mark, Seen seen);

  /** The same about a refund. */
  void decided(long tenantId, long refundId, Seen seen);

  /** Whether a try of which a person saw nothing is believed to have come to nothing. */
  boolean isCleared(long tenantId, String mark);

  /**
   * Whoever holds a device.
   *
   * @param amount what is paid or returned
   */
  record Occupant(long invoiceId, Money amount) {}

  enum Seen {
    /** The operation waits for its customer. */
    WAITS,
    /** It was carried out. */
    PAID,
    /** Nothing of it. */
    NOTHING
  }
}
