package duken.app;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where it begins: reads the command line and runs one command. */
@Command(
    name = "duken",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    description = "A cashier's window with a payment engine of its own.",
    footer = {"", "Without a command the window opens: duken desk."})
public final class Main implements Callable<Integer> {

  private static final String DEFAULT_COMMAND = "desk";

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String... args) {
    System.exit(run(Terminal.ofThisProcess(), args));
  }

  /**
   * Runs the command.
   *
   * @return 0 when it did what was asked, 2 for a bad option or setting, 1 for anything else
   */
  static int run(Terminal terminal, String... args) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new DeskCommand(terminal))
            .addSubcommand(new EngineCommand(terminal))
            .addSubcommand(new TenantCommand(terminal))
            .addSubcommand(new KeyCommand(terminal))
            .addSubcommand(ConnectCommand.of(terminal))
            .addSubcommand(new DisconnectCommand(terminal))
            .addSubcommand(new BankStatusCommand(terminal))
            .addSubcommand(new TerminalCommand(terminal))
            .addSubcommand(new SimulatorCommand(terminal))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> badOption(terminal, e))
            .setExecutionExceptionHandler((e, _, _) -> failed(terminal, e));
    return commands.execute(withCommand(args));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  private static String[] withCommand(String... args) {
    boolean named =
        args.length > 0
            && (!args[0].startsWith("-")
                || Stream.of("-h", "--help", "-V", "--version").anyMatch(args[0]::equals));
    return named
        ? args
        : Stream.concat(Stream.of(DEFAULT_COMMAND), Stream.of(args)).toArray(String[]::new);
  }

  private static int badOption(Terminal terminal, ParameterException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    terminal
        .err()
        .printf(
            "duken: %s. Try: %s --help%n",
            problem.getMessage().replaceFirst("[.\\s]+$", ""), command.qualifiedName());
    return Sentence.BAD_INPUT;
  }

  private static int failed(Terminal terminal, Exception problem) {
    if (problem instanceof Sentence sentence) {
      terminal.err().println("duken: " + sentence.getMessage());
      return sentence.exitCode();
    }
    LoggerFactory.getLogger(Main.class).error("the command failed", problem);
    return Sentence.NOT_NOW;
  }

  /** The version, for {@code --version}. */
  static final class Versions implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"duken " + Version.text()};
    }
  }
}
