package duken.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ahead-of-time cache. It fits only the very Java, the very jars and the very times of their
 * files; where it does not fit Java goes on without it, in silence.
 */
final class AotCache {

  private AotCache() {}

  /**
   * Makes it: a run that sells once lists the classes that were used, and Java prepares those.
   *
   * @param known the cache of a published package, or null to make one
   */
  static void make(AppImage image, Path known, Path work) throws IOException {
    if (known != null) {
      Files.copy(known, image.cache());
      return;
    }
    Path list = work.resolve("classes.txt");
    train(image, list, work);
    java(image)
        .with("-Xshare:dump", "-XX:+AOTClassLinking", "-XX:SharedClassListFile=" + list)
        .with("-XX:SharedArchiveFile=" + image.cache(), "-Xlog:cds*=error,aot*=error")
        .run();
  }

  private static void train(AppImage image, Path list, Path work) throws IOException {
    Path data = work.resolve("training");
    Command training =
        hasScreen()
            ? java(image)
            : Command.of("xvfb-run", "-a", "-s", "-screen 0 1366x768x24").with(java(image));
    training
        .with("-XX:DumpLoadedClassList=" + list, "-Xlog:cds*=error,aot*=error")
        .with("-Dprism.order=sw", AppImage.MAIN_CLASS, "desk", "--training-sale")
        .with("--data", data, "--port", "0")
        .run();
    FileTree.delete(data);
  }

  private static boolean hasScreen() {
    return Host.current().system() != Host.System.LINUX || System.getenv("DISPLAY") != null;
  }

  private static Command java(AppImage image) throws IOException {
    List<String> options = new ArrayList<>(image.jvmOptions());
    options.add("-classpath");
    options.add(
        image.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    return Command.of(image.java().toString(), options.toArray());
  }
}
