package duken.simulator.cashier.entrance;

import java.security.interfaces.ECPublicKey;

/**
 * A phone with our application, as its cookies describe it (section 3.1).
 *
 * @param key signs every call
 */
public record Device(
    String deviceId,
    String installId,
    ECPublicKey key,
    String pkTag,
    String build,
    String version,
    String platform,
    String platformVersion,
    String locale) {

  /** Whether this is the same phone with the same key; versions may differ. */
  boolean isSameIdentity(Device other) {
    return deviceId.equals(other.deviceId)
        && installId.equals(other.installId)
        && pkTag.equals(other.pkTag);
  }
}
