package duken.engine.invoice;

import duken.provider.SandboxCustomer.Action;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code simulate-status} can do to a training invoice (gateway contract, section 16). */
public enum SimulatedOutcome {
  PAID(Action.PAY),
  CANCELLED(Action.DECLINE),
  EXPIRED(Action.EXPIRE),
  /** Ends as {@code expired}, reason {@code provider_error}. */
  ERROR(Action.FAIL),
  /** QR only; the status stays. */
  QR_SCANNED(Action.SCAN);

  private final Action action;

  SimulatedOutcome(Action action) {
    this.action = action;
  }

  Action action() {
    return action;
  }

  /** The contract's word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SimulatedOutcome> ofWire(String word) {
    return Arrays.stream(values())
        .filter(simulatedOutcome -> simulatedOutcome.wire().equals(word))
        .findFirst();
  }
}
