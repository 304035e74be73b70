package duken.simulator.cashier;

import duken.simulator.cashier.entrance.Device;
import java.security.interfaces.ECPublicKey;

/**
 * A token that was given.
 *
 * @param serial its name on the wire
 * @param secret agreed; makes the one-time codes
 * @param phone ten digits
 * @param profile what {@code X-PI} must say
 * @param agreementKey the client's half of the agreement, for a refresh
 * @param cashier false when the number has no role: every call is refused
 */
@SuppressWarnings("ArrayRecordComponent")
public // never compared
record Session(
    String serial,
    byte[] secret,
    Device device,
    String phone,
    String profile,
    ECPublicKey agreementKey,
    boolean cashier) {

  @Override
  public String toString() {
    return "session of profile " + profile;
  }
}
