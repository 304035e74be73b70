package duken.provider.cashier.session;

import java.time.Instant;

/**
 * A cashier signed in at the bank: with this, anybody could take the shop's money, so it is kept
 * encrypted and never shown (cashier sheet, section 3).
 *
 * @param identity the telephone
 * @param tokenSerial of the token
 * @param secret agreed secret, hex
 * @param agreementKey PKCS#8 of the last finish, base64: refresh needs it
 * @param profileId becomes {@code X-PI}
 * @param organization name of the shop as the bank knows it, or null
 * @param phone of the cashier, ten digits
 * @param connectedAt UTC
 * @param cashier whether the number has a cashier's role; false for the owner's own, null when the
 *     bank did not say
 */
public record CashierSession(
    DeviceIdentity identity,
    String tokenSerial,
    String secret,
    String agreementKey,
    String profileId,
    String organization,
    String phone,
    Instant connectedAt,
    Boolean cashier) {

  CashierSession of(String profile, String name, Boolean isCashier) {
    return new CashierSession(
        identity, tokenSerial, secret, agreementKey, profile, name, phone, connectedAt, isCashier);
  }

  /** The same cashier with another token. */
  CashierSession renewed(String serial, String newSecret) {
    return new CashierSession(
        identity,
        serial,
        newSecret,
        agreementKey,
        profileId,
        organization,
        phone,
        connectedAt,
        cashier);
  }

  @Override
  public String toString() {
    return "CashierSession";
  }
}
