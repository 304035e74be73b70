package duken.app.cli;

import duken.app.folder.EngineDescriptor;
import duken.app.folder.Logging;
import duken.app.folder.PortRule;
import duken.app.folder.PreparedFolder;
import duken.app.terminal.Shutdown;
import duken.app.terminal.Terminal;
import duken.app.wiring.EngineOptions;
import duken.app.wiring.LocalEngine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code duken engine}: the engine without a window, until somebody ends it. */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    description = "Runs the payment engine without a window.")
public final class EngineCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private EngineOptions options;

  public EngineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PreparedFolder folder = options.prepare(terminal);
    try (Shutdown shutdown = new Shutdown();
        LocalEngine engine =
            LocalEngine.start(folder.data(), folder.settings(), terminal, PortRule.AS_SAID)
                .orElseThrow(() -> EngineDescriptor.inTheWay(folder.data()))) {
      engine.rehearse();
      terminal.out().println("listening on " + engine.announced().url());
      terminal.out().flush();
      shutdown.await();
    } finally {
      Logging.end();
    }
    return 0;
  }
}
