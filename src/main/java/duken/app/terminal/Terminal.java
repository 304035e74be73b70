package duken.app.terminal;

import duken.app.folder.DataFolder;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is started from.
 *
 * @param out for what was asked for, and nothing else
 * @param err for sentences to the person
 * @param environment variables by name
 * @param in what the person types
 */
public record Terminal(
    PrintStream out, PrintStream err, Map<String, String> environment, BufferedReader in) {

  public static Terminal ofThisProcess() {
    return new Terminal(
        speaking(System.out, FileDescriptor.out),
        speaking(System.err, FileDescriptor.err),
        System.getenv(),
        new BufferedReader(new InputStreamReader(System.in, typed())));
  }

  /** What a person types has the encoding of the terminal; programs write UTF-8. */
  private static Charset typed() {
    boolean person = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Charset terminal = person ? System.console().charset() : StandardCharsets.UTF_8;
    return terminal.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : terminal;
  }

  /** Under LC_ALL=C Java would write a question mark for each letter that is not English. */
  private static PrintStream speaking(PrintStream stream, FileDescriptor to) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8)
        : stream;
  }

  /** The data folder for this value of {@code --data}, which may be null. */
  public DataFolder folder(String asked) {
    return DataFolder.choose(
        asked, environment, System.getProperty("os.name"), System.getProperty("user.home"));
  }
}
