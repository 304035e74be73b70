package duken.app.wiring;

import duken.gateway.owner.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the data folder tells.
 *
 * @param folder of the data
 * @param copiesItself whether the database lies in it
 */
record FolderFacts(Path folder, boolean copiesItself) implements HostFacts {

  private static final String COPIES = "backups";

  @Override
  public OptionalLong freeBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Optional<Instant> newestCopy() {
    Path copies = folder.resolve(COPIES);
    if (!Files.isDirectory(copies)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(copies)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> changed(file).stream())
          .max(Comparator.naturalOrder());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
