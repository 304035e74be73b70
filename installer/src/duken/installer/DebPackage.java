package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The package for Debian and Ubuntu. Built with {@code dpkg-deb} from jpackage's folder and not by
 * {@code jpackage --type deb}, which gives the files new times (docs/decisions/0037).
 */
record DebPackage(Path repository, AppImage image, Release release) {

  /** What the libraries of Java and JavaFX are linked to; one name for old systems, one for new. */
  private static final List<String> NEEDS =
      List.of(
          "libc6",
          "libgtk-3-0t64 | libgtk-3-0",
          "libglib2.0-0t64 | libglib2.0-0",
          "libgl1",
          "libxxf86vm1",
          "libxtst6",
          "libxi6",
          "libxrender1",
          "libasound2t64 | libasound2",
          "libfreetype6",
          "libfontconfig1");

  /** Packs it into {@code out}. */
  Path pack(Path work, Path out) throws IOException {
    Path root = work.resolve("deb");
    FileTree.copy(image.root(), root.resolve("opt/duken"));
    Path files = repository.resolve("installer/linux");
    copy(files.resolve("duken"), root.resolve("usr/bin/duken")).toFile().setExecutable(true, false);
    copy(files.resolve("duken.desktop"), root.resolve("usr/share/applications/duken.desktop"));
    copy(
        files.resolve("duken-engine.service"),
        root.resolve("usr/lib/systemd/user/duken-engine.service"));
    copy(repository.resolve("LICENSE"), root.resolve("usr/share/doc/duken/copyright"));
    for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
      copy(
          repository.resolve("assets/icons/duken-" + size + ".png"),
          root.resolve("usr/share/icons/hicolor/%1$dx%1$d/apps/duken.png".formatted(size)));
    }
    Files.createDirectories(root.resolve("DEBIAN"));
    Files.writeString(root.resolve("DEBIAN/md5sums"), sums(root));
    Files.writeString(root.resolve("DEBIAN/control"), control(root));
    FileTree.date(root, release.moment());
    Path packed =
        out.resolve(
            "duken_%s_%s.deb".formatted(release.version(), release.host().debianArchitecture()));
    Command.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", root, packed)
        .environment(Map.of("SOURCE_DATE_EPOCH", release.epoch()))
        .run();
    return packed;
  }

  private static Path copy(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    return Files.copy(file, target);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = FileTree.all(root).stream()) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(root.resolve("DEBIAN")))
          .toList();
    }
  }

  private static String sums(Path root) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files(root)) {
      lines.append(Checksums.of("MD5", file)).append("  ").append(root.relativize(file));
      lines.append('\n');
    }
    return lines.toString();
  }

  private String control(Path root) throws IOException {
    long bytes = 0;
    for (Path file : files(root)) {
      bytes += Files.size(file);
    }
    return """
    Package: duken
    Version: %s
    Section: misc
    Priority: optional
    Architecture: %s
    Maintainer: The Duken authors <duken@localhost>
    Installed-Size: %d
    Depends: %s
    Description: Cashier application for shop counters in Kazakhstan
     The cashier types a sum, the customer pays by QR or by a bill sent to a phone,
     the screen turns green. Starts in training mode, without real money.
    """
        .formatted(
            release.version(),
            release.host().debianArchitecture(),
            bytes / 1024,
            String.join(", ", NEEDS));
  }
}
