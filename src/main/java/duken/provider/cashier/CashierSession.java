package duken.provider.cashier;

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
 */
record CashierSession(
    DeviceIdentity identity,
    String tokenSerial,
    String secret,
    String agreementKey,
    String profileId,
    String organization) {

  @Override
  public String toString() {
    return "CashierSession";
  }
}
