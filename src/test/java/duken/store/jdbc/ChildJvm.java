package duken.store.jdbc;

import duken.app.DukenProcess;
import duken.app.PreparedClasses;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of its own that can be killed; it speaks in lines. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildJvm running(Class<?> main, String... args) {
    List<String> command = new ArrayList<>(DukenProcess.java());
    for (String option : PreparedClasses.options()) {
      boolean isClassPath = option.contains(".jar" + File.pathSeparator);
      command.add(
          isClassPath ? option + File.pathSeparator + Path.of("target", "test-classes") : option);
    }
    command.add(main.getName());
    command.addAll(List.of(args));
    try {
      return new ChildJvm(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its next line, empty at its end. */
  Optional<String> line() {
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill -9} does, and waits until it is gone. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
