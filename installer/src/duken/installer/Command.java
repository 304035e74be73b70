package duken.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another program, run to its end with its output shown. */
final class Command {

  private final List<String> words = new ArrayList<>();
  private final ProcessBuilder process = new ProcessBuilder();

  private Command(String program) {
    words.add(program);
  }

  /** A program of the path. */
  static Command of(String program, Object... arguments) {
    return new Command(program).with(arguments);
  }

  /** A tool of the JDK this runs on. */
  static Command jdk(String tool, Object... arguments) {
    return of(
        Path.of(System.getProperty("java.home"), "bin", Host.current().program(tool)).toString(),
        arguments);
  }

  /** More arguments. */
  Command with(Object... arguments) {
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return this;
  }

  /** Another command as arguments of this one. */
  Command with(Command other) {
    words.addAll(other.words);
    return this;
  }

  /** Where it works. */
  Command in(Path folder) {
    process.directory(folder.toFile());
    return this;
  }

  /** Sets environment variables. */
  Command environment(Map<String, String> values) {
    process.environment().putAll(values);
    return this;
  }

  /** Sets environment variables, and takes all others but the path away. */
  Command onlyEnvironment(Map<String, String> values) {
    process.environment().keySet().retainAll(List.of("PATH", "SystemRoot"));
    return environment(values);
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException when it ends with anything but 0
   */
  void run() throws IOException {
    // What a machine sets for all its Javas would change what is recorded here.
    process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    int code;
    try {
      code = process.command(words).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
    if (code != 0) {
      throw new IllegalStateException(words.getFirst() + " ended with " + code + ": " + words);
    }
  }
}
