package duken.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs {@code latest.json}, which tells programs in shops of a new version: docs/UPDATES.md.
 *
 * <pre>
 * java installer/src/duken/installer/Announcement.java key FILE
 * java installer/src/duken/installer/Announcement.java sign FILE news.json latest.json
 * </pre>
 *
 * <p>{@code key} makes the private key in FILE, which belongs on no disk of the repository, and the
 * line for {@code release-keys.txt} in FILE.pub. {@code sign} signs the news with it.
 */
public final class Announcement {

  private static final String ALGORITHM = "Ed25519";

  /** As in {@code duken.app.updates.ReleaseKeys}. */
  private static final String PURPOSE = "duken update 1\n";

  private Announcement() {}

  /** Makes a key or signs, see above. */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length == 2 && args[0].equals("key")) {
      key(Path.of(args[1]));
    } else if (args.length == 4 && args[0].equals("sign")) {
      sign(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
    } else {
      System.err.println("key FILE | sign FILE news.json latest.json");
      System.exit(2);
    }
  }

  private static void key(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, secret + "\n");
    Files.writeString(
        Path.of(file + ".pub"),
        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n");
  }

  private static void sign(Path key, Path news, Path out)
      throws IOException, GeneralSecurityException {
    byte[] secret = Base64.getDecoder().decode(Files.readString(key).strip());
    PrivateKey opened =
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
    String payload = Files.readString(news);
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(opened);
    signature.update((PURPOSE + payload).getBytes(StandardCharsets.UTF_8));
    String signed = Base64.getEncoder().encodeToString(signature.sign());
    Files.writeString(
        out,
        "{\n  \"payload\": %s,\n  \"signature\": \"%s\"\n}\n".formatted(quoted(payload), signed));
  }

  /** As a string of JSON. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
