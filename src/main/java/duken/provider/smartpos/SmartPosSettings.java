package duken.provider.smartpos;

import java.time.Duration;

/**
 * What is configured of the terminals (Smart POS, sections 2 and 4).
 *
 * @param connectTimeout until the terminal takes the connection
 * @param callTimeout for a whole call
 * @param approvalTimeout how long a person may take to allow a pairing on the terminal
 * @param ownSlip whether the till prints the slip and the terminal does not
 */
public record SmartPosSettings(
    Duration connectTimeout, Duration callTimeout, Duration approvalTimeout, boolean ownSlip) {

  /** 5 s to connect, 15 s a call, 2 min for a person; the terminal prints its slip. */
  public static SmartPosSettings standard() {
    return new SmartPosSettings(
        Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2), false);
  }

  /** The same with the slip printed by the till, or by the terminal. */
  public SmartPosSettings withOwnSlip(boolean own) {
    return new SmartPosSettings(connectTimeout, callTimeout, approvalTimeout, own);
  }
}
