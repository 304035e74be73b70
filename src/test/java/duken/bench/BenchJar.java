package duken.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs the benchmarks' own classes into a jar beside the packaged ones. */
final class BenchJar {

  private BenchJar() {}

  static Path make() throws IOException {
    Path jar = Path.of("target", "bench.jar");
    Path classes = Path.of("target", "test-classes");
    if (Files.exists(jar)) {
      return jar;
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> bench = Files.list(classes.resolve("duken/bench"))) {
      for (Path path : bench.sorted().toList()) {
        JarEntry entry = new JarEntry(classes.relativize(path).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
