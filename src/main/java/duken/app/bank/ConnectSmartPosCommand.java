package duken.app.bank;

import duken.app.terminal.Terminal;
import duken.app.words.Said;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code duken connect smart-pos}: pairs a shop with its terminal. Asks once, waits at most two
 * minutes for the person at the terminal, and ends with 0 only when the tokens are stored.
 */
@Command(
    name = "smart-pos",
    mixinStandardHelpOptions = true,
    description = {
      "Connects a shop to its Smart POS terminal.",
      "On the terminal: settings, Kaspi guide, about the terminal, IP of the terminal. Give it a"
          + " fixed address in the router. With Kaspi Kassa switched on, integrations do not work."
    })
final class ConnectSmartPosCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ConnectOptions shop;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "HOST[:PORT]",
      description = "The terminal's address in the local network. Port 8080 if absent.")
  private String address;

  @Option(
      names = "--name",
      paramLabel = "TILL",
      description = "This till's name on the terminal; never changed by itself.")
  private String name;

  ConnectSmartPosCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, String> values = new TreeMap<>();
    values.put("address", address);
    if (name != null) {
      values.put("name", name);
    }
    AtomicReference<String> till = new AtomicReference<>();
    Map<String, String> facts =
        shop.connect(
            terminal,
            "smart-pos",
            values,
            progress -> {
              if (progress.containsKey("till") && till.getAndSet(progress.get("till")) == null) {
                show(progress);
              }
            });
    String paired = PairedTill.fact(facts, till.get(), "terminal_id");
    if (paired != null) {
      terminal.out().println(Said.of("cli.done.terminal", paired).text());
    }
    return 0;
  }

  private void show(Map<String, String> progress) {
    if (progress.containsKey("certificate_sha256")) {
      terminal
          .out()
          .println(
              Said.of(
                      "bank".equals(progress.get("certificate_issuer"))
                          ? "cli.done.certificate.bank"
                          : "cli.done.certificate.unknown",
                      progress.get("certificate_sha256"))
                  .text());
    }
    terminal.out().println(Said.of("cli.done.terminal.ask", progress.get("till")).text());
    terminal.out().flush();
  }
}
