package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that runs wherever it lies: jpackage's launcher, our jars and the Java.
 *
 * @param root the folder
 * @param app where the jars lie, flat: jpackage puts those in sub-folders on the class path twice
 * @param java the program {@code java} of its runtime
 * @param runtime the runtime itself
 */
record AppImage(Path root, Path app, Path java, Path runtime) {

  static final String NAME = "duken";
  static final String MAIN_CLASS = "duken.app.Main";
  private static final String CACHE = "duken.aot";

  /** As in {@code src/main/launcher/duken}; JavaFX is part of the runtime here. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xms32m",
          "-Xmn24m",
          "-Xmx256m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED");

  /** Has jpackage make it. */
  static AppImage make(Path repository, Path libraries, Path runtime, Path work, Release release)
      throws IOException {
    Path input = Files.createDirectories(work.resolve("input"));
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        StoredJar.write(jar, input.resolve(jar.getFileName()));
      }
    }
    Command jpackage =
        Command.jdk("jpackage", "--type", "app-image", "--name", NAME, "--dest", work)
            .with("--input", input, "--main-jar", "duken.jar", "--main-class", MAIN_CLASS)
            .with("--runtime-image", runtime, "--app-version", appVersion(release))
            .with("--vendor", "Duken", "--icon", icon(repository, release.host()));
    JVM_OPTIONS.forEach(option -> jpackage.with("--java-options", option));
    jpackage
        .with("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE)
        .with("--java-options", "-Xlog:aot=off", "--java-options", "-Xlog:cds=off");
    if (release.host().system() == Host.System.WINDOWS) {
      jpackage.with("--add-launcher", "duken-console=" + console(work));
    }
    jpackage.run();
    FileTree.delete(input);
    AppImage image = at(work, runtime, release.host());
    image.sortClassPath();
    return image;
  }

  private static AppImage at(Path work, Path runtime, Host host) {
    Path java = runtime.resolve("bin").resolve(host.program("java"));
    return switch (host.system()) {
      case LINUX ->
          new AppImage(work.resolve(NAME), work.resolve(NAME + "/lib/app"), java, runtime);
      case WINDOWS -> new AppImage(work.resolve(NAME), work.resolve(NAME + "/app"), java, runtime);
      case MACOS ->
          new AppImage(
              work.resolve(NAME + ".app"), work.resolve(NAME + ".app/Contents/app"), java, runtime);
    };
  }

  /** Where the ahead-of-time cache belongs. */
  Path cache() {
    return app.resolve(CACHE);
  }

  /** The class path, as the launcher hands it to Java. */
  List<Path> classPath() throws IOException {
    try (Stream<Path> files = Files.list(app)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** What Java is started with, but for the cache. */
  List<String> jvmOptions() {
    return JVM_OPTIONS;
  }

  /** Adds a file beside the jars. */
  Path add(Path file, String name) throws IOException {
    return Files.copy(file, app.resolve(name));
  }

  /** jpackage lists the jars in the order of the file system, another one on each machine. */
  private void sortClassPath() throws IOException {
    Path file = app.resolve(NAME + ".cfg");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int at = lines.indexOf(lines.stream().filter(AppImage::isClassPath).findFirst().orElseThrow());
    lines.removeIf(AppImage::isClassPath);
    lines.addAll(
        at, classPath().stream().map(jar -> "app.classpath=$APPDIR/" + jar.getFileName()).toList());
    Files.write(file, lines);
  }

  private static boolean isClassPath(String line) {
    return line.startsWith("app.classpath=");
  }

  /** macOS takes no version that begins with 0. */
  private static String appVersion(Release release) {
    boolean zero = release.version().startsWith("0.");
    return zero && release.host().system() == Host.System.MACOS
        ? "1" + release.version().substring(1)
        : release.version();
  }

  private static Path icon(Path repository, Host host) {
    Path icons = repository.resolve("assets/icons");
    return switch (host.system()) {
      case LINUX -> icons.resolve("duken-256.png");
      case WINDOWS -> icons.resolve("duken.ico");
      case MACOS -> icons.resolve("duken.icns");
    };
  }

  /** On Windows a program either has a window or a terminal: the commands need the second. */
  private static Path console(Path work) throws IOException {
    return Files.writeString(work.resolve("console.properties"), "win-console=true\n");
  }
}
