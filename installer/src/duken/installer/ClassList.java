package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which classes a sale needs: what the cache is made from. It lies in the source tree, because two
 * training runs are never quite the same and a package has to be.
 *
 * @param file one line a class, a lambda or a class's resolved constants, as Java reads it
 */
record ClassList(Path file) {

  /** The list of this source tree. */
  static ClassList of(Path repository) {
    return new ClassList(repository.resolve("installer/classes.lst"));
  }

  /** Writes it anew from a run that sells once in training. */
  void record(AppImage image, Path work) throws IOException {
    Path raw = work.resolve("classes.txt");
    Path data = work.resolve("training");
    Command java = AotCache.java(image, image.java(), image.app());
    Command training =
        hasScreen() ? java : Command.of("xvfb-run", "-a", "-s", "-screen 0 1366x768x24").with(java);
    training
        .with("-XX:DumpLoadedClassList=" + raw, "-Xlog:cds*=error,aot*=error")
        .with("-Dprism.order=sw", AppImage.MAIN_CLASS, "desk", "--training-sale")
        .with("--data", data, "--port", "0")
        .run();
    FileTree.delete(data);
    try (Stream<String> lines = Files.lines(raw)) {
      Files.write(file, sorted(lines));
    }
  }

  /**
   * Classes first, for what follows speaks of them; the numbers of a run mean nothing in the next.
   */
  private static List<String> sorted(Stream<String> lines) {
    List<String> kept =
        lines
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.startsWith("@") ? line : line.replaceFirst(" id: .*", ""))
            .distinct()
            .sorted()
            .toList();
    return Stream.concat(
            kept.stream().filter(line -> !line.startsWith("@")),
            kept.stream().filter(line -> line.startsWith("@")))
        .toList();
  }

  private static boolean hasScreen() {
    return Host.current().system() != Host.System.LINUX || System.getenv("DISPLAY") != null;
  }
}
