package duken.provider.cashier.settings;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Keys on the curve P-256, as the bank exchanges them (cashier sheet, sections 2 and 5.5). */
public final class EcKeys {

  /** Handed to every call; never registered globally. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final EllipticCurve P256 = curve();

  private EcKeys() {}

  public static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no P-256 here", e);
    }
  }

  /**
   * @throws IllegalArgumentException when it is no P-256 private key
   */
  public static PrivateKey readPrivate(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("EC", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key", e);
    }
  }

  /**
   * Reads base64 SPKI. The point is checked to lie on the curve.
   *
   * @throws IllegalArgumentException when it is no P-256 public key
   */
  public static PublicKey readPublic(String spkiBase64) {
    try {
      byte[] spki = Base64.getDecoder().decode(spkiBase64);
      PublicKey key =
          KeyFactory.getInstance("EC", PROVIDER).generatePublic(new X509EncodedKeySpec(spki));
      if (!(key instanceof ECPublicKey point) || !point.getParams().getCurve().equals(P256)) {
        throw new IllegalArgumentException("not a P-256 key");
      }
      return key;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a P-256 public key", e);
    }
  }

  /**
   * The agreed secret: the raw 32-byte X coordinate, leading zero bytes kept (section 5.5).
   *
   * @throws IllegalArgumentException when the keys do not fit
   */
  public static byte[] agree(PrivateKey own, PublicKey theirs) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH", PROVIDER);
      agreement.init(own);
      agreement.doPhase(theirs, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no agreement with this key", e);
    }
  }

  private static EllipticCurve curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC", PROVIDER);
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no P-256 here", e);
    }
  }

  /** {@code pk}: base64 of the uncompressed point, the last 65 bytes of the SPKI (section 2). */
  public static String pk(PublicKey key) {
    byte[] spki = key.getEncoded();
    byte[] point = java.util.Arrays.copyOfRange(spki, spki.length - 65, spki.length);
    return Base64.getEncoder().encodeToString(point);
  }
}
