package duken.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Secrets at rest: AES-256-GCM with a random 96-bit nonce, a 128-bit tag, and the shop's id and the
 * field's name as associated data, so that a ciphertext moved to another shop or field does not
 * open (gateway contract, section 18).
 *
 * <p>A sealed secret is one version byte (1), 8 bytes of key id, 12 bytes of nonce, then ciphertext
 * and tag. Safe for use by many threads.
 */
public final class SecretBox {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 1 + MasterKey.ID_BYTES + NONCE_BYTES;

  private final MasterKey current;
  private final Map<String, MasterKey> byId = new HashMap<>();
  private final SecureRandom random;

  /**
   * @param current seals, and opens what it sealed
   * @param older open what they sealed before the key was rotated
   */
  public SecretBox(MasterKey current, List<MasterKey> older, SecureRandom random) {
    this.current = current;
    older.forEach(key -> byId.put(key.id(), key));
    byId.put(current.id(), current);
    this.random = random;
  }

  public SecretBox(MasterKey current, SecureRandom random) {
    this(current, List.of(), random);
  }

  /** Encrypts {@code secret} for one field of one shop. */
  public byte[] seal(long tenantId, String field, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, tenantId, field);
      byte[] hidden = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(HEAD_BYTES + hidden.length)
          .put(VERSION)
          .put(current.idBytes())
          .put(nonce)
          .put(hidden)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-256-GCM", e);
    }
  }

  /**
   * Decrypts what {@link #seal} made for the same field of the same shop.
   *
   * @throws SecretUnreadable when it was sealed with a key that is not here, for another shop or
   *     field, or was changed since
   */
  public String open(long tenantId, String field, byte[] sealed) {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] != VERSION) {
      throw new SecretUnreadable("a stored secret has an unknown form", null);
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed).position(1);
    byte[] keyId = new byte[MasterKey.ID_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(keyId).get(nonce);
    byte[] hidden = new byte[parts.remaining()];
    parts.get(hidden);
    MasterKey key = byId.get(HexFormat.of().formatHex(keyId));
    if (key == null) {
      throw new SecretUnreadable(
          "a stored secret was encrypted with master key "
              + HexFormat.of().formatHex(keyId)
              + ", which is not here",
          null);
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, tenantId, field);
      return new String(cipher.doFinal(hidden), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SecretUnreadable("a stored secret was changed or belongs elsewhere", e);
    }
  }

  private static Cipher cipher(
      int direction, MasterKey key, byte[] nonce, long tenantId, String field)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(direction, key.aes(), new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD((tenantId + "/" + field).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
