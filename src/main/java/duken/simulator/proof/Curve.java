package duken.simulator.proof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/** Keys on P-256, with the JDK's own cryptography (sections 2, 5.1, 5.5). */
public final class Curve {

  /** What stands before the 65 bytes of a point in the SPKI form of a P-256 key. */
  private static final byte[] SPKI_HEAD =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private static final int POINT = 65;

  private Curve() {}

  /**
   * The key of a {@code pk} cookie: base64 of an uncompressed point.
   *
   * @throws IllegalArgumentException when it is no point of the curve
   */
  public static ECPublicKey ofPoint(String base64) {
    byte[] point = Base64.getDecoder().decode(base64);
    if (point.length != POINT || point[0] != 4) {
      throw new IllegalArgumentException("not an uncompressed point of 65 bytes");
    }
    byte[] spki = Arrays.copyOf(SPKI_HEAD, SPKI_HEAD.length + POINT);
    System.arraycopy(point, 0, spki, SPKI_HEAD.length, POINT);
    return decode(spki);
  }

  /**
   * A key in base64 of its SPKI form.
   *
   * @throws IllegalArgumentException when it is not a P-256 key
   */
  public static ECPublicKey ofSpki(String base64) {
    byte[] spki = Base64.getDecoder().decode(base64);
    if (spki.length != SPKI_HEAD.length + POINT
        || !Arrays.equals(Arrays.copyOf(spki, SPKI_HEAD.length), SPKI_HEAD)
        || spki[SPKI_HEAD.length] != 4) {
      throw new IllegalArgumentException("not the SPKI form of a P-256 key");
    }
    return decode(spki);
  }

  /** The {@code pk} text of a key: base64 of the last 65 bytes of its SPKI form. */
  public static String point(ECPublicKey key) {
    byte[] spki = key.getEncoded();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(spki, spki.length - POINT, spki.length));
  }

  /** Whether this base64 text is this key's signature over these bytes (SHA256withECDSA, DER). */
  public static boolean hasSigned(ECPublicKey key, byte[] bytes, String base64) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(Base64.getDecoder().decode(base64));
    } catch (SignatureException | IllegalArgumentException _) {
      return false; // not a signature at all
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK verifies ECDSA", e);
    }
  }

  public static KeyPair fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes P-256 keys", e);
    }
  }

  /** The agreed secret: the raw 32 bytes of X, leading zeros kept (section 5.5). */
  public static byte[] agree(PrivateKey own, ECPublicKey theirs) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(own);
      agreement.doPhase(theirs, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("two keys of one curve always agree", e);
    }
  }

  private static ECPublicKey decode(byte[] spki) {
    try {
      ECPublicKey key =
          (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
      if (!isOnCurve(key.getW(), key.getParams())) {
        throw new IllegalArgumentException("the point is not on the curve");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key", e);
    }
  }

  private static boolean isOnCurve(ECPoint point, ECParameterSpec curve) {
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger right =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    return x.compareTo(p) < 0
        && point.getAffineY().compareTo(p) < 0
        && point.getAffineY().pow(2).mod(p).equals(right);
  }
}
