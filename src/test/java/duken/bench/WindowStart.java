package duken.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the start of the process to the first key the window shows, beside a bare JavaFX window on
 * the same Java, with the flags of the launcher, with and without a cache of compiled classes.
 */
final class WindowStart {

  private static final int ROUNDS = 7;

  private WindowStart() {}

  static void measure() throws IOException, InterruptedException {
    System.out.println("\n## From start to the first key shown, ms: median (5 % – 95 %)\n");
    System.out.println("| window | as started by bin/duken | with an AOT cache |\n|---|---|---|");
    row("bare JavaFX, one text field", "duken.bench.BareWindow", List.of());
    Path folder = Files.createTempDirectory("duken-bench");
    row(
        "the till with its own engine",
        "duken.bench.WatchedDesk",
        List.of("desk", "--data", folder.toString(), "--port", "0"));
  }

  private static void row(String name, String main, List<String> arguments)
      throws IOException, InterruptedException {
    Path cache = Files.createTempDirectory("duken-aot").resolve("window.aot");
    Spread plain = spread(main, List.of("-Xlog:aot=off"), arguments);
    start(main, List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off"), arguments);
    // In this mode Java does not start at all with a cache that does not fit or is not there.
    Spread cached =
        spread(
            main, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-Xlog:aot=off"), arguments);
    System.out.printf("| %s | %s | %s |%n", name, plain, cached);
  }

  private static Spread spread(String main, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    start(main, options, arguments);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      nanos.add(start(main, options, arguments));
    }
    return Spread.ofNanos(nanos);
  }

  /** Starts, waits for the first key, ends it; the nanoseconds from start to key. */
  private static long start(String main, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher());
    command.addAll(options);
    command.addAll(List.of("-classpath", classPath(), main));
    command.addAll(arguments);
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String said = "";
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.equals(FirstKey.ACCEPTED)) {
          long nanos = System.nanoTime() - begun;
          end(process, lines);
          return nanos;
        }
        said += line + "\n";
      }
      throw new IOException("it ended without a key: " + said);
    }
  }

  /**
   * Ends it and hears it out: a process that makes a cache writes it at its end, and fails in
   * silence when nobody reads what it says meanwhile. {@code Process.destroy} would shut the pipe.
   */
  private static void end(Process process, BufferedReader lines)
      throws IOException, InterruptedException {
    process.toHandle().destroy();
    lines.lines().forEach(_ -> {});
    process.waitFor();
  }

  /** Java and its flags as {@code bin/duken} has them. */
  static List<String> launcher() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-XX:-UsePerfData",
        "-Xms32m",
        "-Xmn24m",
        "-Xmx256m",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=30",
        "--module-path",
        Path.of("target", "duken", "lib", "javafx").toString(),
        "--add-modules",
        "javafx.controls",
        "--enable-native-access=javafx.graphics,ALL-UNNAMED");
  }

  /** The packaged jars, and the benchmarks themselves as one more: a cache knows jars only. */
  static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "duken", "lib"))) {
      return Stream.concat(
              Stream.of(BenchJar.make().toString()),
              jars.filter(jar -> jar.toString().endsWith(".jar")).map(Path::toString).sorted())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
