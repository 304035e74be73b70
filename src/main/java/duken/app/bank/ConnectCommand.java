package duken.app.bank;

import duken.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duken connect}: the providers a shop can be connected to, each a command of its own. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = "Connects a shop to the provider its money takes.")
public final class ConnectCommand implements Runnable {

  @Spec private CommandSpec spec;

  private ConnectCommand() {}

  /** The command with one line per provider. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new ConnectCommand())
        .addSubcommand(new ConnectCashierCommand(terminal))
        .addSubcommand(new ConnectSmartPosCommand(terminal))
        .addSubcommand(new ConnectEpayCommand(terminal))
        .addSubcommand(new ConnectMarketplaceCommand(terminal))
        .addSubcommand(new ConnectKaspiPayCommand(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say which provider: " + String.join(", ", spec.subcommands().keySet()));
  }
}
