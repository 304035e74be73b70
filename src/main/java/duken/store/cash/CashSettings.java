package duken.store.cash;

/**
 * What a shop chose about cash.
 *
 * @param enabled whether there is cash at all
 * @param blindCount whether the expected sum stays hidden until somebody has counted
 * @param told whether programs read of cash in the event log
 */
public record CashSettings(boolean enabled, boolean blindCount, boolean told) {

  /** A shop without cash. */
  public static CashSettings off() {
    return new CashSettings(false, false, false);
  }
}
