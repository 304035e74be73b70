package duken.provider.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A bank's own list of what was paid and returned. Calls block, take a place behind creations and
 * questions about single payments, and never throw for what a network or a bank does.
 */
public interface OperationHistory {

  /** How far back it reaches. */
  Duration reach();

  /**
   * One page.
   *
   * @param from UTC
   * @param until UTC, no longer part of it
   * @param next what the page before said, or null for the first one
   */
  OperationPage page(long tenantId, Instant from, Instant until, String next);
}
