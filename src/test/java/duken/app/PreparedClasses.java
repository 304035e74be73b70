package duken.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The program as it is handed out: in a jar, beside its libraries, with its classes prepared ahead
 * by one run of the engine ({@code installer/README.md}). So each process of the tests needs half
 * the time to start; {@code CommandLineTest} sees that it is in use. Made once for all JVMs of a
 * test run.
 */
public final class PreparedClasses {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path FOLDER = Path.of("target", "prepared-classes");
  private static final long PATIENCE_SECONDS = 300;

  private PreparedClasses() {}

  private static final class Options {
    static final List<String> MADE = make();
  }

  /** What Java has to be told to run the program, but the name of its main class. */
  public static List<String> options() {
    return Options.MADE;
  }

  private static List<String> make() {
    try {
      Files.createDirectories(FOLDER);
      String name = "duken-" + version();
      Path jar = FOLDER.resolve(name + ".jar");
      Path cache = FOLDER.resolve(name + ".aot");
      List<String> classPath = List.of("-classpath", jar + File.pathSeparator + libraries());
      try (FileChannel channel =
              FileChannel.open(
                  FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!Files.exists(jar)) {
          pack(jar);
          record(cache, classPath);
        }
      }
      List<String> options = new ArrayList<>(classPath);
      if (Files.exists(cache)) {
        options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
      }
      // Most of these processes end before a method that was compiled early has paid for that.
      options.add("-XX:CompileThresholdScaling=5");
      return List.copyOf(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes with the classes. */
  private static String version() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum = 31 * sum + Files.getLastModifiedTime(file).toMillis() + Files.size(file);
      }
      return Long.toHexString(sum);
    }
  }

  private static String libraries() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void pack(Path jar) throws IOException {
    Path beginning = jar.resolveSibling(jar.getFileName() + "-new");
    try (OutputStream file = Files.newOutputStream(beginning);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path from : files.filter(path -> !path.equals(CLASSES)).sorted().toList()) {
        String name = CLASSES.relativize(from).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(from);
        out.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(from, out);
        }
        out.closeEntry();
      }
    }
    Files.move(beginning, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Runs an engine once; without a cache the tests run all the same, only longer. */
  private static void record(Path cache, List<String> classPath) throws IOException {
    Path data = Files.createTempDirectory("duken-prepared");
    List<String> java = new ArrayList<>(DukenProcess.java());
    java.add("-XX:AOTCacheOutput=" + cache);
    java.add("-Xlog:aot=off");
    java.addAll(classPath);
    try (DukenProcess engine =
        DukenProcess.of(java, "engine", "--data", data.toString(), "--port", "0")) {
      engine.url();
      engine.terminate().endsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
