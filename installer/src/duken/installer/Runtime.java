package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java that goes into the package, with JavaFX linked in: an ahead-of-time cache refuses jars
 * on a module path that have moved.
 */
final class Runtime {

  /** What the program and its libraries use ({@code jdeps}), and what they look up by name. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.scripting",
          "java.security.jgss",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.management",
          "jdk.net",
          "jdk.security.auth",
          "jdk.unsupported",
          "jdk.zipfs",
          "javafx.controls");

  private Runtime() {}

  /**
   * Links it.
   *
   * @param javafx the folder with JavaFX's jars of this system
   * @return its folder
   */
  static Path link(Path javafx, Path work, Release release) throws IOException {
    Path jmods = Files.createDirectories(work.resolve("jmods"));
    try (Stream<Path> jars = Files.list(javafx)) {
      for (Path jar : jars.filter(path -> !isEmpty(path)).sorted().toList()) {
        module(jar, jmods, work, release);
      }
    }
    Path runtime = work.resolve("runtime");
    // No --strip-native-commands as jpackage has it by default: the training run needs bin/java.
    // The modules stay uncompressed: the package is compressed as a whole, and they load faster.
    Command.jdk("jlink", "--module-path", jmods, "--add-modules", String.join(",", MODULES))
        .with("--include-locales=en,ru,kk", "--strip-debug", "--no-header-files", "--no-man-pages")
        .with("--output", runtime)
        .run();
    return runtime;
  }

  /** Maven brings a jar without classes beside each that has them. */
  private static boolean isEmpty(Path jar) {
    return !jar.getFileName().toString().matches(".*-(linux|mac|win)[^/]*\\.jar");
  }

  /** As jars they would unpack their native libraries into the home of whoever starts them. */
  private static void module(Path jar, Path jmods, Path work, Release release) throws IOException {
    Path classes = Files.createDirectories(work.resolve("module/classes"));
    Path libraries = Files.createDirectories(work.resolve("module/libraries"));
    Command.jdk("jar", "--extract", "--file", jar).in(classes).run();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        if (release.host().isLibrary(file.getFileName().toString())) {
          Files.move(file, libraries.resolve(file.getFileName()));
        }
      }
    }
    String name = jar.getFileName().toString().replaceFirst("^javafx-([a-z]+)-.*", "javafx.$1");
    Command.jdk("jmod", "create", "--class-path", classes, "--libs", libraries)
        .with("--target-platform", release.host().jmodPlatform(), "--date", release.moment())
        .with(jmods.resolve(name + ".jmod"))
        .run();
    FileTree.delete(work.resolve("module"));
  }
}
