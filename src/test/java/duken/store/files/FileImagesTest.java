package duken.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Mode;
import duken.store.Scope;
import duken.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImagesTest {

  private static final Scope SHOP = new Scope(7, Mode.TEST);
  private static final String DIGEST = "ab".repeat(32);
  private static final byte[] PICTURE = "картинка".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aPictureIsReadBackByItsOwnShopOnly() throws IOException {
    FileImages images = FileImages.in(folder);
    images.keep(SHOP, DIGEST, PICTURE);
    images.keep(SHOP, DIGEST, PICTURE);

    assertThat(read(images, SHOP)).isEqualTo(PICTURE);
    assertThat(images.open(new Scope(7, Mode.LIVE), DIGEST, PICTURE.length)).isEmpty();
    assertThat(images.open(new Scope(8, Mode.TEST), DIGEST, PICTURE.length)).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatACrashLeftHalfWrittenIsNeverAPictureAndIsCleared() throws IOException {
    FileImages.in(folder).keep(SHOP, DIGEST, PICTURE);
    Path whole = files().getFirst();
    Path half = whole.resolveSibling("cd".repeat(32) + "123.draft");
    Files.write(half, new byte[] {1});

    FileImages images = FileImages.in(folder);

    assertThat(images.open(SHOP, "cd".repeat(32), 1)).isEmpty();
    assertThat(files()).containsExactly(whole);
    assertThat(read(images, SHOP)).isEqualTo(PICTURE);
  }

  @Test
  void aDamagedPictureIsHealedByUploadingItAgain() throws IOException {
    FileImages images = FileImages.in(folder);
    images.keep(SHOP, DIGEST, PICTURE);
    Files.write(files().getFirst(), new byte[0]);
    assertThat(images.open(SHOP, DIGEST, PICTURE.length)).isEmpty();

    images.keep(SHOP, DIGEST, PICTURE);

    assertThat(read(images, SHOP)).isEqualTo(PICTURE);
  }

  @Test
  void aNameThatIsNoDigestNeverBecomesAPath() {
    FileImages images = FileImages.in(folder);

    assertThatThrownBy(() -> images.open(SHOP, "../../etc/passwd", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAsSuch() throws IOException {
    FileImages images = FileImages.in(folder.resolve("images"));
    Files.delete(folder.resolve("images"));
    Files.writeString(folder.resolve("images"), "a file in the way");

    assertThatThrownBy(() -> images.keep(SHOP, DIGEST, PICTURE))
        .isInstanceOf(StoreUnavailable.class);
  }

  private static byte[] read(FileImages images, Scope scope) throws IOException {
    try (InputStream in = images.open(scope, DIGEST, PICTURE.length).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
