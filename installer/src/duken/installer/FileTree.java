package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class FileTree {

  private FileTree() {}

  /** All of it but the root, in an order that is the same everywhere. */
  static List<Path> all(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(path -> !path.equals(root))
          .sorted(Comparator.comparing(path -> root.relativize(path).toString().replace('\\', '/')))
          .toList();
    }
  }

  /** Deletes it, where it is there. */
  static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path path : all(root).reversed()) {
      path.toFile().setWritable(true);
      Files.delete(path);
    }
    Files.delete(root);
  }

  /** Copies it with the times of its files, which an ahead-of-time cache is checked against. */
  static void copy(Path root, Path target) throws IOException {
    Files.createDirectories(target);
    for (Path path : all(root)) {
      Files.copy(
          path,
          target.resolve(root.relativize(path)),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Gives everything one date, and the rights anybody may read it with. */
  static void date(Path root, Instant moment) throws IOException {
    boolean posix = Files.getFileStore(root).supportsFileAttributeView("posix");
    FileTime time = FileTime.from(moment);
    for (Path path : Stream.concat(all(root).reversed().stream(), Stream.of(root)).toList()) {
      boolean link = Files.isSymbolicLink(path);
      if (posix && !link) {
        boolean program = Files.isDirectory(path) || Files.isExecutable(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(time, time, null);
    }
  }
}
