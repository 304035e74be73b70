package duken.provider.cashier.wire;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret as another program of this kind stores it: nonce, tag, cipher text, AES-256-GCM without
 * associated data (cashier sheet, section 5.7). Only read, so that its session can be taken over;
 * what we store ourselves has another form.
 */
public final class PeerSecret {

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int BITS = 8;

  private PeerSecret() {}

  /**
   * Opens it.
   *
   * @param key 32 bytes
   * @return the plain secret, or empty when it was changed, cut or made with another key
   */
  public static Optional<byte[]> open(byte[] key, byte[] blob) {
    if (blob.length < NONCE + TAG) {
      return Optional.empty();
    }
    // Java wants the tag behind the cipher text.
    byte[] reordered = new byte[blob.length - NONCE];
    int length = reordered.length - TAG;
    System.arraycopy(blob, NONCE + TAG, reordered, 0, length);
    System.arraycopy(blob, NONCE, reordered, length, TAG);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG * BITS, blob, 0, NONCE));
      return Optional.of(cipher.doFinal(reordered));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }
}
