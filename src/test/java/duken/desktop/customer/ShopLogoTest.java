package duken.desktop.customer;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.FxRig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopLogoTest {

  @TempDir private Path folder;

  @BeforeAll
  static void draw() {
    FxRig.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void aPictureIsTakenAsItIs(String type) throws IOException {
    byte[] bytes = picture(type, 64, 64);
    assertThat(ShopLogo.read(file("logo." + type, bytes))).contains(bytes);
    assertThat(ShopLogo.picture(bytes).orElseThrow().getWidth()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logo.txt", "logo", "logo.gif"})
  void whatItIsCalledDoesNotMatter(String name) throws IOException {
    assertThat(ShopLogo.read(file(name, picture("jpg", 64, 64)))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void halfAPictureIsNone(String type) throws IOException {
    byte[] whole = picture(type, 64, 64);
    for (int length : new int[] {0, 4, 40, whole.length / 2, whole.length - 1}) {
      assertThat(ShopLogo.read(file("logo." + type, Arrays.copyOf(whole, length))).isPresent())
          .as("%d of %d bytes", length, whole.length)
          .isFalse();
    }
  }

  @Test
  void whatIsNoPictureIsNotTaken() throws IOException {
    assertThat(ShopLogo.read(file("logo.png", "логотип".getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    assertThat(ShopLogo.read(file("logo.png", picture("gif", 64, 64)))).isEmpty();
    assertThat(ShopLogo.read(folder.resolve("nothing.png"))).isEmpty();
    assertThat(ShopLogo.picture(null)).isEmpty();
  }

  @Test
  void sizesHaveBounds() throws IOException {
    assertThat(ShopLogo.picture(picture("png", 32, 4096))).isPresent();
    assertThat(ShopLogo.picture(picture("png", 31, 64))).isEmpty();
    assertThat(ShopLogo.picture(picture("png", 32, 4097))).isEmpty();
    byte[] picture = picture("png", 64, 64);
    assertThat(ShopLogo.read(file("most.png", Arrays.copyOf(picture, 2 << 20)))).isPresent();
    assertThat(ShopLogo.read(file("more.png", Arrays.copyOf(picture, (2 << 20) + 1)))).isEmpty();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] picture(String type, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < Math.min(height, 64); y++) {
        image.setRGB(x, y, (x * 0x030507) ^ (y * 0x0b0d11));
      }
    }
    assertThat(ImageIO.write(image, type, out)).isTrue();
    return out.toByteArray();
  }
}
