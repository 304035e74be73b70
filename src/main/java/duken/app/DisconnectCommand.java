package duken.app;

import duken.api.AdminJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code duken disconnect}: forgets a shop's session with the bank. */
@Command(
    name = "disconnect",
    mixinStandardHelpOptions = true,
    description = "Forgets a shop's session with its bank; open invoices stay and wait.")
final class DisconnectCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The shop.")
  private String tenant;

  @Mixin private FolderOption data;

  DisconnectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (BankBook book = BankCommands.book(terminal, data)) {
      AdminJson.Tenant shop =
          book.shops().stream()
              .filter(it -> it.name().equals(tenant.strip()))
              .findFirst()
              .orElseThrow(() -> Sentence.badInput("There is no shop called \"" + tenant + "\"."));
      book.disconnect(shop.id());
      terminal.out().println("\"" + shop.name() + "\" is not connected to its bank any more.");
    }
    return 0;
  }
}
