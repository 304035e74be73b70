package duken.app;

import duken.app.bank.BankStatusCommand;
import duken.app.bank.ConnectCommand;
import duken.app.bank.DisconnectCommand;
import duken.app.bank.TerminalCommand;
import duken.app.cli.DoctorCommand;
import duken.app.cli.EngineCommand;
import duken.app.cli.KeyCommand;
import duken.app.cli.SimulatorCommand;
import duken.app.cli.TenantCommand;
import duken.app.desk.DeskCommand;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where it begins: reads the command line and runs one command. */
@Command(
    name = "duken",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    description = "A cashier's window with a payment engine of its own.",
    footer = {"", "Without a command the window opens: duken desk."})
public final class Main implements Callable<Integer> {

  private static final String DEFAULT_COMMAND = "desk";

  /** What Java puts in the place of a letter it could not read. */
  private static final char UNREADABLE = '\ufffd';

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
  public static int run(Terminal terminal, String... args) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new DeskCommand(terminal))
            .addSubcommand(new EngineCommand(terminal))
            .addSubcommand(new TenantCommand(terminal))
            .addSubcommand(new KeyCommand(terminal))
            .addSubcommand(ConnectCommand.of(terminal))
            .addSubcommand(new DisconnectCommand(terminal))
            .addSubcommand(new BankStatusCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new TerminalCommand(terminal))
            .addSubcommand(new SimulatorCommand(terminal))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> badOption(terminal, e))
            .setExecutionExceptionHandler((e, command, _) -> failed(terminal, command, e));
    if (Stream.of(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0)) {
      terminal.err().println("duken: " + Said.of("cli.unreadable").text());
      return UserError.BAD_INPUT;
    }
    return commands.execute(withCommand(args));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), Said.of("cli.do", "desk, engine").text());
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
    String detail = problem.getMessage().replaceFirst("[.\\s]+$", "");
    Said said =
        switch (problem) {
          case UnmatchedArgumentException unknown ->
              Said.of("cli.option.unknown", String.join(" ", unknown.getUnmatched()));
          case MissingParameterException missing -> Said.of("cli.option.missing", names(missing));
          default ->
              problem.getClass() == ParameterException.class && problem.getArgSpec() == null
                  ? Said.of("cli.told", detail)
                  : Said.of("cli.option.unfit", detail);
        };
    terminal.err().printf("duken: %s. Try: %s --help%n", said.text(), command.qualifiedName());
    showInWindow(problem.getCommandLine(), UserError.badInput(said));
    return UserError.BAD_INPUT;
  }

  private static String names(MissingParameterException problem) {
    return problem.getMissing().stream()
        .map(it -> it.isOption() ? ((OptionSpec) it).longestName() : it.paramLabel())
        .collect(Collectors.joining(", "));
  }

  private static int failed(Terminal terminal, CommandLine command, Exception problem) {
    if (problem instanceof UserError userError) {
      terminal.err().println("duken: " + userError.getMessage());
      showInWindow(command, userError);
      return userError.exitCode();
    }
    LoggerFactory.getLogger(Main.class).error("the command failed", problem);
    showInWindow(command, UserError.notNow(Said.of("failed", problem.getClass().getSimpleName())));
    return UserError.NOT_NOW;
  }

  /** Who starts the window by a click sees no terminal. */
  private static void showInWindow(CommandLine command, UserError problem) {
    if (command.getCommand() instanceof DeskCommand desk) {
      desk.tell(problem);
    }
  }

  /** The version, for {@code --version}. */
  static final class Versions implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return Version.lines().toArray(String[]::new);
    }
  }
}
