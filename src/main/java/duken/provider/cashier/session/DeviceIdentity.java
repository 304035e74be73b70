package duken.provider.cashier.session;

import duken.provider.cashier.settings.EcKeys;
import duken.provider.cashier.settings.Md5;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * The telephone one cashier signs in with: made once, kept encrypted, reused at every sign-in of
 * that cashier and never shared (cashier sheet, section 2).
 *
 * @param deviceId upper-case UUID
 * @param installId upper-case UUID
 * @param pinHash 32 hex characters
 * @param privateKey PKCS#8 of the device key, base64: signs every request
 * @param publicKey SPKI of the device key, base64
 */
public record DeviceIdentity(
    String deviceId, String installId, String pinHash, String privateKey, String publicKey) {

  public static DeviceIdentity fresh(SecureRandom random) {
    byte[] pin = new byte[16];
    random.nextBytes(pin);
    KeyPair keys = EcKeys.generate(random);
    Base64.Encoder base64 = Base64.getEncoder();
    return new DeviceIdentity(
        uuid(),
        uuid(),
        Md5.hex(pin),
        base64.encodeToString(keys.getPrivate().getEncoded()),
        base64.encodeToString(keys.getPublic().getEncoded()));
  }

  public String pk() {
    return EcKeys.pk(EcKeys.readPublic(publicKey));
  }

  public String pkTag() {
    return Md5.ofPk(pk());
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "DeviceIdentity";
  }

  private static String uuid() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }
}
