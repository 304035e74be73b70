package duken.desktop.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;

/** The shop's own picture for the customer's screen: PNG or JPEG, at most 2 MiB, 32 to 4096 px. */
public final class ShopLogo {

  private static final long LARGEST = 2 << 20;
  private static final int LEAST = 32;
  private static final int MOST = 4096;

  private ShopLogo() {}

  /** The bytes of the file, if it is such a picture. May wait for the disk. */
  public static Optional<byte[]> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      return picture(bytes).map(_ -> bytes);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** The picture of these bytes, if they are one; null bytes are none. */
  static Optional<Image> picture(byte[] bytes) {
    if (bytes == null || !isWhole(bytes)) {
      return Optional.empty();
    }
    Image image = new Image(new ByteArrayInputStream(bytes));
    boolean fits =
        !image.isError()
            && Math.min(image.getWidth(), image.getHeight()) >= LEAST
            && Math.max(image.getWidth(), image.getHeight()) <= MOST;
    return fits ? Optional.of(image) : Optional.empty();
  }

  /** The reader of images draws what it has of a file that was cut off, and calls that no error. */
  private static boolean isWhole(byte[] bytes) {
    if (has(bytes, 0, 0x89, 'P', 'N', 'G')) {
      return hasAfter(bytes, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82);
    }
    return has(bytes, 0, 0xff, 0xd8, 0xff) && hasAfter(bytes, scan(bytes), 0xff, 0xd9);
  }

  /** Where a JPEG's own picture begins, behind the thumbnails in its heads. */
  private static int scan(byte[] jpeg) {
    int at = 2;
    while (at + 3 < jpeg.length && has(jpeg, at, 0xff) && !has(jpeg, at, 0xff, 0xda)) {
      at += 2 + ((jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  private static boolean hasAfter(byte[] bytes, int from, int... wanted) {
    for (int at = from; at < bytes.length; at++) {
      if (has(bytes, at, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(byte[] bytes, int at, int... wanted) {
    if (bytes.length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[at + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
