package duken.app.terminal;

import duken.api.DeskJson;
import duken.api.WireJson;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option {@code --json}: whether a command answers a program or, in words, a person. */
public final class OutputFormat {

  @Option(names = "--json", description = "Print JSON and nothing else.")
  private boolean json;

  public <T> void give(PrintStream out, T thing, Function<T, String> words) {
    out.println(json ? WireJson.mapper().writeValueAsString(thing) : words.apply(thing));
  }

  /**
   * Answers with a list.
   *
   * @param none is said when it is empty
   */
  public <T> void giveAll(PrintStream out, List<T> things, String none, Function<T, String> words) {
    if (json) {
      out.println(WireJson.mapper().writeValueAsString(new DeskJson.ListOf<>(things)));
    } else if (things.isEmpty()) {
      out.println(none);
    } else {
      things.forEach(thing -> out.println(words.apply(thing)));
    }
  }
}
