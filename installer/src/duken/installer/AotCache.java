package duken.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ahead-of-time cache. It fits only the very Java, the very jars and the very times of their
 * files; where it does not fit Java goes on without it, in silence.
 */
final class AotCache {

  /** One place on every machine: the cache remembers where the jars and the Java lay. */
  private static final Path PLACE =
      Path.of(System.getProperty("java.io.tmpdir"), "duken-package").toAbsolutePath();

  /** Room for all of it: where garbage is collected half way, things lie otherwise. */
  private static final List<String> ROOM = List.of("-Xms1500m", "-Xmn1200m", "-Xmx1500m");

  private AotCache() {}

  /**
   * Makes it from the list of classes, the same bytes each time: twice, so that what only the
   * moment of its making decides is seen and taken out.
   */
  static void make(AppImage image, ClassList classes) throws IOException {
    FileTree.delete(PLACE);
    try {
      FileTree.copy(image.runtime(), PLACE.resolve("runtime"));
      FileTree.copy(image.app(), PLACE.resolve("app"));
      Files.copy(classes.file(), PLACE.resolve("classes.lst"));
      dump(image, PLACE.resolve("1.aot"));
      dump(image, PLACE.resolve("2.aot"));
      CacheBytes.keepWhatIsAlike(PLACE.resolve("1.aot"), PLACE.resolve("2.aot"));
      Files.copy(PLACE.resolve("1.aot"), image.cache());
    } finally {
      FileTree.delete(PLACE);
    }
  }

  /** Not compiled beside it, for the same reason; in an environment that is the same everywhere. */
  private static void dump(AppImage image, Path cache) throws IOException {
    Path java = PLACE.resolve("runtime").resolve(image.runtime().relativize(image.java()));
    java(image, java, PLACE.resolve("app"))
        .with(ROOM.toArray())
        .with("-Xint", "-Xshare:dump", "-XX:+AOTClassLinking")
        .with("-XX:SharedClassListFile=" + PLACE.resolve("classes.lst"))
        .with("-XX:SharedArchiveFile=" + cache, "-Xlog:cds*=error,aot*=error")
        .in(PLACE)
        .onlyEnvironment(Map.of("LC_ALL", "C.UTF-8", "HOME", PLACE.toString()))
        .run();
  }

  /** The command that starts a Java as the launcher does, with the jars of a folder. */
  static Command java(AppImage image, Path java, Path app) throws IOException {
    List<String> options = new ArrayList<>(image.jvmOptions());
    options.add("-classpath");
    options.add(
        image.classPath().stream()
            .map(jar -> app.resolve(jar.getFileName()).toString())
            .collect(Collectors.joining(File.pathSeparator)));
    return Command.of(java.toString(), options.toArray());
  }
}
