package duken.store.files;

import duken.store.Images;
import duken.store.Scope;
import duken.store.StoreUnavailable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures as files: {@code <shop>/<test|live>/<first two digits>/<digest>}. A picture arrives
 * under another name, is brought to the disk, and only then given its own; so whoever finds the
 * name finds the whole picture.
 */
public final class FileImages implements Images {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final String INCOMING = "incoming";

  private final Path folder;

  private FileImages(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder when it is missing, and clears it of what a crash left half written.
   *
   * @throws StoreUnavailable when it cannot be used
   */
  public static FileImages in(Path folder) {
    Path incoming = folder.resolve(INCOMING);
    try {
      Files.createDirectories(incoming);
      try (Stream<Path> files = Files.list(incoming)) {
        for (Path left : files.toList()) {
          Files.deleteIfExists(left);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new StoreUnavailable("the folder of pictures cannot be used", e);
    }
    return new FileImages(folder);
  }

  @Override
  public Path incoming() {
    return folder.resolve(INCOMING);
  }

  @Override
  public void keep(Scope scope, String sha256, Path arrived) {
    Path file = file(scope, sha256);
    try {
      if (Files.isRegularFile(file) && Files.size(file) == Files.size(arrived)) {
        return;
      }
      createFolders(file.getParent());
      try (FileChannel channel = FileChannel.open(arrived, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          arrived, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      bringNamesToDisk(file.getParent());
    } catch (IOException e) {
      throw new StoreUnavailable("a picture cannot be written", e);
    }
  }

  @Override
  public Optional<InputStream> open(Scope scope, String sha256, int size) {
    Path file = file(scope, sha256);
    try {
      // Not a channel: the thread that sends a picture may be interrupted when the server stops.
      return Files.isRegularFile(file) && Files.size(file) == size
          ? Optional.of(new FileInputStream(file.toFile()))
          : Optional.empty();
    } catch (IOException e) {
      throw new StoreUnavailable("a picture cannot be read", e);
    }
  }

  private Path file(Scope scope, String sha256) {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("a picture is named by its digest");
    }
    return folder
        .resolve(Long.toString(scope.tenantId()))
        .resolve(scope.mode().word())
        .resolve(sha256.substring(0, 2))
        .resolve(sha256);
  }

  private void createFolders(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Files.createDirectories(wanted);
      for (Path made = wanted; !made.equals(folder); made = made.getParent()) {
        bringNamesToDisk(made.getParent());
      }
    }
  }

  /** A new name is safe when its folder is on the disk. Windows does that by itself. */
  private static void bringNamesToDisk(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
