package duken.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Duken as a real process of its own, started as its script starts it. */
public final class DukenProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();
  private final CompletableFuture<String> url = new CompletableFuture<>();
  private final List<Thread> readers = new ArrayList<>();

  private DukenProcess(Process process) {
    this.process = process;
    readers.add(read(process.getInputStream(), out));
    readers.add(read(process.getErrorStream(), err));
  }

  /**
   * Starts {@code duken} with these arguments and nothing of Duken in its environment but that its
   * first sale may be slow.
   */
  public static DukenProcess start(String... arguments) {
    return start(Map.of(), arguments);
  }

  /** The same with some variables; an empty value takes one away. */
  public static DukenProcess start(Map<String, String> variables, String... arguments) {
    return start(variables, List.of(), arguments);
  }

  /** The same with options for Java. */
  public static DukenProcess start(
      Map<String, String> variables, List<String> javaOptions, String... arguments) {
    List<String> java = new ArrayList<>(java());
    java.addAll(PreparedClasses.options());
    java.addAll(javaOptions);
    Map<String, String> all = new HashMap<>(variables);
    // A third of what a start costs.
    all.putIfAbsent("DUKEN_WARM_UP", "no");
    return of(all, java, arguments);
  }

  /** Java with the options of the script, but without classes. */
  public static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "--module-path",
        Path.of("target", "duken", "lib", "javafx").toString(),
        "--add-modules",
        "javafx.controls",
        "--enable-native-access=javafx.graphics,ALL-UNNAMED");
  }

  /** The program run by this Java. */
  static DukenProcess of(List<String> java, String... arguments) {
    return of(Map.of(), java, arguments);
  }

  private static DukenProcess of(
      Map<String, String> variables, List<String> java, String... arguments) {
    List<String> command = new ArrayList<>(java);
    command.add("duken.app.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DUKEN_"));
    // No key store may be asked for from a test: it could belong to the person who runs it.
    builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
    variables.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    try {
      return new DukenProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An engine in this folder on a free port, once it listens. */
  public static DukenProcess engineIn(Path folder, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("engine", "--data", folder.toString(), "--port", "0"));
    arguments.addAll(List.of(more));
    DukenProcess engine = start(arguments.toArray(String[]::new));
    engine.url();
    return engine;
  }

  /** Types a line into its standard input. */
  public DukenProcess type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Ends its standard input. */
  public DukenProcess hangUp() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Where it listens, as soon as it says so. */
  public String url() {
    try {
      return url.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("it does not listen; it said: " + out() + err(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  public int exitCode() {
    return endsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The same with more patience. */
  int endsWithin(long time, TimeUnit unit) {
    try {
      if (!process.waitFor(time, unit)) {
        throw new AssertionError("it does not end; it said: " + out() + err());
      }
      for (Thread reader : readers) {
        reader.join();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it said on standard output; whole once {@link #exitCode} was asked. */
  public String out() {
    synchronized (out) {
      return out.toString();
    }
  }

  /** What it said on standard error; whole once {@link #exitCode} was asked. */
  public String err() {
    synchronized (err) {
      return err.toString();
    }
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * {@code SIGTERM}. Its last words can still be read: {@link Process#destroy} closes its pipes.
   */
  public DukenProcess terminate() {
    process.toHandle().destroy();
    return this;
  }

  /** {@code SIGKILL}; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }

  private Thread read(InputStream stream, StringBuilder text) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String line;
                while ((line = lines.readLine()) != null) {
                  synchronized (text) {
                    text.append(line).append('\n');
                  }
                  if (line.startsWith(LISTENING)) {
                    url.complete(line.substring(LISTENING.length()).strip());
                  }
                }
              } catch (IOException _) {
                // A killed process closes its streams.
              }
              url.completeExceptionally(new IllegalStateException("it ended"));
            });
  }
}
