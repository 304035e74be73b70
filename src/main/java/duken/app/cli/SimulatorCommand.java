package duken.app.cli;

import duken.api.WireJson;
import duken.app.terminal.Shutdown;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.wiring.ListenAddress;
import duken.simulator.SimulatorOptions;
import duken.simulator.proof.SignProfile;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code duken simulator}: a fake bank on this computer, until somebody ends it. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a fake bank on 127.0.0.1 that checks what a strict bank would check.",
      "Its control page is at the address it prints; no money is real there."
    })
public final class SimulatorCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  /** Signature profiles to accept. */
  enum Profile {
    XS1(EnumSet.of(SignProfile.XS1)),
    XS2(EnumSet.of(SignProfile.XS2)),
    BOTH(EnumSet.allOf(SignProfile.class));

    private final EnumSet<SignProfile> profiles;

    Profile(EnumSet<SignProfile> profiles) {
      this.profiles = profiles;
    }
  }

  private final Terminal terminal;

  @Option(
      names = "--bank",
      required = true,
      paramLabel = "NAME",
      completionCandidates = SimulatedBanks.Names.class,
      description = "Which bank: ${COMPLETION-CANDIDATES}.")
  private String bank;

  @Option(
      names = "--port",
      defaultValue = "18080",
      paramLabel = "N",
      description = "Port on 127.0.0.1; 0 for any free one. Default: 18080.")
  private int port;

  @Option(
      names = "--profile",
      defaultValue = "both",
      paramLabel = "xs1|xs2|both",
      description = "Signature profiles it accepts. Default: both.")
  private Profile profile;

  @Option(
      names = "--old-build",
      defaultValue = "0",
      paramLabel = "N",
      description = "Application builds below N are told to update. Default: none is.")
  private int oldBuild;

  @Option(
      names = "--code",
      defaultValue = "1234",
      paramLabel = "1234|random",
      description = "The SMS code; random ones are shown on the control page. Default: 1234.")
  private String code;

  @Option(names = "--json", description = "Print {\"url\":…} and nothing else.")
  private boolean json;

  public SimulatorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Shutdown shutdown = new Shutdown();
        SimulatedBanks.Running simulator = start()) {
      if (json) {
        terminal.out().println(WireJson.mapper().writeValueAsString(simulator.addresses()));
      } else {
        simulator
            .addresses()
            .forEach(
                (name, address) ->
                    terminal
                        .out()
                        .println((name.equals("url") ? "listening on " : name + " at ") + address));
      }
      terminal.out().flush();
      shutdown.await();
    }
    return 0;
  }

  private SimulatedBanks.Running start() {
    SimulatorOptions options = options();
    try {
      return SimulatedBanks.named(bank).start(options, Clock.systemUTC());
    } catch (IOException e) {
      throw ListenAddress.taken(port, e);
    }
  }

  private SimulatorOptions options() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw UserError.badInput("--port is from 0 to 65535.");
    }
    if (!code.matches("\\d{4,6}|random")) {
      throw UserError.badInput("--code is 4 to 6 digits, or random.");
    }
    if (oldBuild < 0) {
      throw UserError.badInput("--old-build is 0 or more.");
    }
    return SimulatorOptions.standard()
        .onPort(port)
        .with("profiles", profile.profiles)
        .with("oldestBuild", oldBuild)
        .with("code", code.equals("random") ? "" : code);
  }
}
