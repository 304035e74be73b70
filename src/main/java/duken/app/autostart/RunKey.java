package duken.app.autostart;

import duken.desktop.shell.ThisComputer.LoginStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The value in the registry that Windows looks at when this person logs in. */
final class RunKey implements LoginStart {

  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final List<String> VALUE = List.of(KEY, "/v", "Duken");

  private final String launcher;
  private final Registry registry;

  /** {@code reg.exe}: answers its exit code. */
  @FunctionalInterface
  interface Registry {
    int call(List<String> arguments) throws IOException;
  }

  /**
   * @param launcher the program to start
   */
  RunKey(String launcher, Registry registry) {
    this.launcher = launcher;
    this.registry = registry;
  }

  /** Runs the real one. */
  static int reg(List<String> arguments) throws IOException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("reg.exe"), arguments.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.onExit().join().exitValue();
  }

  @Override
  public boolean isOn() {
    return call("query", List.of()) == 0;
  }

  @Override
  public void turn(boolean on) {
    int code =
        on
            ? call("add", List.of("/t", "REG_SZ", "/d", "\"" + launcher + "\"", "/f"))
            : call("delete", List.of("/f"));
    if (code != 0) {
      throw new UncheckedIOException(new IOException("reg.exe ended with " + code));
    }
  }

  private int call(String verb, List<String> more) {
    try {
      return registry.call(Stream.of(List.of(verb), VALUE, more).flatMap(List::stream).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
