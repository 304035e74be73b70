package duken.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Sums of files, in the form that {@code sha256sum --check} and {@code md5sum --check} read. */
final class Checksums {

  private Checksums() {}

  /** Writes the SHA-256 sums of {@code files} into {@code target}. */
  static void write(List<Path> files, Path target) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files.stream().sorted().toList()) {
      lines.append(of("SHA-256", file)).append("  ").append(file.getFileName()).append('\n');
    }
    Files.writeString(target, lines);
  }

  /** The sum of a file, in hexadecimal. */
  static String of(String algorithm, Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance(algorithm))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
