package duken.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import duken.store.StoreUnavailable;
import duken.store.jdbc.backup.VerifiedCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file behind an H2 URL. It gets its name when it is whole: made elsewhere, with all tables,
 * and then renamed. So a file of this name without tables has lost them, and is not taken for a new
 * one, as H2 would with a file that was cut off.
 */
final class H2File {

  private static final String PREFIX = "jdbc:h2:file:";
  private static final String SUFFIX = ".mv.db";

  private final Path name;
  private final String settings;

  private H2File(Path name, String settings) {
    this.name = name;
    this.settings = settings;
  }

  /** The file, when the URL names one by its full path. */
  static Optional<H2File> of(String url) {
    if (!url.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int end = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
    Path name = Path.of(url.substring(PREFIX.length(), end));
    return name.isAbsolute() ? Optional.of(new H2File(name, url.substring(end))) : Optional.empty();
  }

  /**
   * Makes the file unless it is there.
   *
   * @param making creates the tables of a new database at this URL and closes it
   * @throws StoreUnavailable when this user may not read and write it
   */
  void makeUnlessThere(Consumer<String> making) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(name.getParent());
        Path beginning = name.resolveSibling(name.getFileName() + "-new");
        Files.deleteIfExists(file(beginning));
        making.accept(PREFIX + beginning + settings);
        Files.move(file(beginning), file, StandardCopyOption.ATOMIC_MOVE);
        keepName(name.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!Files.isReadable(file) || !Files.isWritable(file)) {
      throw new StoreUnavailable("this user may not read and write the database file", null);
    }
  }

  /**
   * Copies the file into {@code backups} beside it; a PostgreSQL is copied by whoever runs it.
   *
   * @param schema that it holds, for the name of the copy
   * @throws StoreUnavailable when there is no copy in the end
   */
  static void copy(String schema, HikariDataSource pool, StoreOptions options) {
    of(options.url())
        .ifPresent(
            file ->
                new VerifiedCopy(pool, options.fileUser(), options.filePassword())
                    .make(file.name.resolveSibling("backups"), "before-update-of-" + schema));
  }

  private static Path file(Path name) {
    return name.resolveSibling(name.getFileName() + SUFFIX);
  }

  /**
   * The new name survives a power cut too; where folders cannot be opened, the system sees to it.
   */
  private static void keepName(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows: not possible, and not needed.
    }
  }
}
