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
    keep(images);
    keep(images);

    assertThat(read(images, SHOP)).isEqualTo(PICTURE);
    assertThat(images.open(new Scope(7, Mode.LIVE), DIGEST, PICTURE.length)).isEmpty();
    assertThat(images.open(new Scope(8, Mode.TEST), DIGEST, PICTURE.length)).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatACrashLeftHalfWrittenIsNeverAPictureAndIsCleared() throws IOException {
    keep(FileImages.in(folder));
    Path whole = files().getFirst();
    Files.write(FileImages.in(folder).incoming().resolve("half"), new byte[] {1});

    FileImages images = FileImages.in(folder);

    assertThat(files()).containsExactly(whole);
    assertThat(read(images, SHOP)).isEqualTo(PICTURE);
  }

  @Test
  void aDamagedPictureIsHealedByUploadingItAgain() throws IOException {
    FileImages images = FileImages.in(folder);
    keep(images);
    Files.write(files().getFirst(), new byte[0]);
    assertThat(images.open(SHOP, DIGEST, PICTURE.length)).isEmpty();

    keep(images);

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
    FileImages images = FileImages.in(folder);
    Files.writeString(folder.resolve("7"), "a file in the way");

    assertThatThrownBy(() -> keep(images)).isInstanceOf(StoreUnavailable.class);
  }

  private static void keep(FileImages images) throws IOException {
    Path arrived = Files.write(images.incoming().resolve("arrived"), PICTURE);
    images.keep(SHOP, DIGEST, arrived);
    Files.deleteIfExists(arrived);
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
