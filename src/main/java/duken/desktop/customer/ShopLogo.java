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
    if (bytes == null || !(begins(bytes, 0x89, 'P', 'N', 'G') || begins(bytes, 0xff, 0xd8, 0xff))) {
      return Optional.empty();
    }
    Image image = new Image(new ByteArrayInputStream(bytes));
    boolean fits =
        !image.isError()
            && Math.min(image.getWidth(), image.getHeight()) >= LEAST
            && Math.max(image.getWidth(), image.getHeight()) <= MOST;
    return fits ? Optional.of(image) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
