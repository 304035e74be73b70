package duken.app.folder;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything of one shop lies: settings, database, log, and what a running engine tells
 * others. Only its owner can enter it.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

  /** What the database and the log need to begin, in bytes. */
  private static final long LEAST_ROOM = 1024L * 1024;

  private static final String NAME = "duken";

  /**
   * The folder that was asked for, else the one in {@code DUKEN_HOME}, else the platform's place
   * for application data.
   *
   * @param asked value of {@code --data}, or null
   * @param system {@code os.name}
   * @param home {@code user.home}
   * @throws UserError when that cannot be a folder
   */
  public static DataFolder choose(
      String asked, Map<String, String> environment, String system, String home) {
    String named = asked != null ? asked : environment.getOrDefault("DUKEN_HOME", "");
    try {
      return new DataFolder(
          (named.isBlank() ? platform(environment, system, home) : Path.of(named))
              .toAbsolutePath()
              .normalize());
    } catch (InvalidPathException e) {
      throw UserError.badInput(Said.of("folder.name", named));
    }
  }

  private static Path platform(Map<String, String> environment, String system, String home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      // Not the roaming profile: a database must not be copied between PCs.
      return Optional.ofNullable(environment.get("LOCALAPPDATA"))
          .map(Path::of)
          .orElse(Path.of(home, "AppData", "Local"))
          .resolve("Duken");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Duken");
    }
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElse(Path.of(home, ".local", "share"))
        .resolve(NAME);
  }

  /**
   * Makes the folder and its parts where they are missing.
   *
   * @throws UserError when it cannot be written to, or its disk is full
   */
  public void prepare() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        if (isPosix(path)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
      }
      Files.createDirectories(logs());
      Files.createDirectories(run());
      // The file's own question: a FileStore wants a table of mounts, which a chroot has not.
      File folder = path.toFile();
      if (folder.getTotalSpace() > 0) {
        checkRoom(folder.getUsableSpace());
      }
    } catch (IOException e) {
      throw UserError.notNow(Said.of("folder.readonly", path), e);
    }
    if (!Files.isWritable(path)) {
      throw UserError.notNow(Said.of("folder.readonly", path));
    }
  }

  private static boolean isPosix(Path folder) {
    try {
      return Files.getFileStore(folder).supportsFileAttributeView("posix");
    } catch (IOException _) {
      return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
  }

  /**
   * Stops before anything is begun that a full disk would break in the middle.
   *
   * @param usable bytes that are left
   * @throws UserError when that is too little to start with
   */
  void checkRoom(long usable) {
    if (usable < LEAST_ROOM) {
      throw UserError.notNow(Said.of("folder.full", path, usable / 1024));
    }
  }

  /** Whether nothing was ever sold or chosen in it: it has no database and no window's memory. */
  public boolean isNew() {
    return !Files.exists(path.resolve("duken.mv.db")) && !Files.exists(window());
  }

  /** The settings a person edits. */
  public Path settings() {
    return path.resolve("duken.properties");
  }

  public Path window() {
    return path.resolve("window.properties");
  }

  /** What is known of newer versions. */
  public Path updates() {
    return path.resolve("updates.properties");
  }

  /** The practice bank's own book. */
  public Path practiceBank() {
    return path.resolve("practice-bank");
  }

  /** Pictures of what is sold. */
  public Path images() {
    return path.resolve("images");
  }

  /** Number words that the shop has recorded itself. */
  public Path voices() {
    return path.resolve("voices");
  }

  Path logs() {
    return path.resolve("logs");
  }

  /** What is only true while something runs. */
  Path run() {
    return path.resolve("run");
  }
}
