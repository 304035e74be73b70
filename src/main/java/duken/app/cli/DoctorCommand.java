package duken.app.cli;

import duken.api.WireJson;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.wiring.EngineOptions;
import duken.app.words.Said;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code duken doctor}: looks at everything a shop depends on and changes nothing. Ends with 0 when
 * nothing is wrong, else with 1.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Looks at the folder, the database, the port, the clock and the banks.")
public final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON and nothing else.")
  private boolean json;

  @Mixin private EngineOptions options;

  public DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * One thing that was looked at.
   *
   * @param name {@code folder}, {@code disk}, {@code database}, {@code port}, {@code clock}, {@code
   *     bank}, {@code place}, {@code sent}, {@code missing}, {@code certificate}, {@code callback},
   *     {@code webhook}
   * @param state {@code ok}, {@code warning} or {@code problem}
   * @param tenant the shop it is about, or null
   * @param says what was found, a sentence in the system's language
   */
  public record Finding(String name, String state, String tenant, String says) {

    public static Finding ok(String name, Said says) {
      return new Finding(name, "ok", null, says.text());
    }

    public static Finding warning(String name, Said says) {
      return new Finding(name, "warning", null, says.text());
    }

    public static Finding problem(String name, Said says) {
      return new Finding(name, "problem", null, says.text());
    }

    /** What somebody said who stopped the look, in words already. */
    static Finding stopped(String name, RuntimeException why) {
      return new Finding(name, "problem", null, why.getMessage());
    }

    Finding of(String shop) {
      return new Finding(name, state, shop, says);
    }
  }

  private record Report(boolean healthy, List<Finding> findings) {}

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(terminal, options).findings();
    boolean healthy = findings.stream().noneMatch(finding -> finding.state().equals("problem"));
    if (json) {
      terminal.out().println(WireJson.mapper().writeValueAsString(new Report(healthy, findings)));
    } else {
      findings.forEach(finding -> terminal.out().println(words(finding)));
    }
    return healthy ? 0 : UserError.NOT_NOW;
  }

  private static String words(Finding finding) {
    String shop = finding.tenant() == null ? "" : " \"" + finding.tenant() + "\"";
    return "%-8s %s%s: %s".formatted(finding.state(), finding.name(), shop, finding.says());
  }
}
