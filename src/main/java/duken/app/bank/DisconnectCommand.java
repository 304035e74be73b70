package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.domain.DomainRefusal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code duken disconnect}: forgets a shop's session with the bank. */
@Command(
    name = "disconnect",
    mixinStandardHelpOptions = true,
    description = "Forgets a shop's session with its bank; open invoices stay and wait.")
public final class DisconnectCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The shop.")
  private String tenant;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Which provider; without it the one that takes the shop's money.")
  private String provider;

  @Option(
      names = "--name",
      paramLabel = "TILL",
      description = "Only the terminal of this till, where the shop has several (smart-pos).")
  private String name;

  @Mixin private FolderOption data;

  public DisconnectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (BankAccountAdmin book = BankCommands.book(terminal, data)) {
      AdminJson.Tenant shop =
          book.shops().stream()
              .filter(it -> it.name().equals(tenant.strip()))
              .findFirst()
              .orElseThrow(() -> UserError.badInput(Said.of("cli.shop.none", tenant)));
      String which = provider == null ? live(book, shop.id()) : provider.strip();
      if (name != null) {
        forget(book, shop.id(), which);
        terminal.out().println(Said.of("cli.done.terminal.forgotten", name.strip()).text());
      } else {
        disconnect(book, shop.id(), which);
        terminal.out().println(Said.of("cli.done.disconnected", shop.name(), which).text());
      }
      if ("smart-pos".equals(which)) {
        terminal.out().println(Said.of("cli.done.terminal.forbid").text());
      }
    }
    return 0;
  }

  private static String live(BankAccountAdmin book, long shop) {
    return book.providers(shop).stream()
        .findFirst()
        .map(BankJson.Provider::provider)
        .orElse("cashier");
  }

  private void forget(BankAccountAdmin book, long shop, String provider) {
    if (!"smart-pos".equals(provider)) {
      throw UserError.badInput(Said.of("cli.terminal.name"));
    }
    BankJson.Attempt attempt = book.change(shop, provider, "forget", Map.of("name", name.strip()));
    if (!"connected".equals(attempt.state())) {
      throw ConnectOptions.refused(attempt);
    }
  }

  private static void disconnect(BankAccountAdmin book, long shop, String provider) {
    try {
      book.disconnect(shop, provider);
    } catch (DomainRefusal e) {
      throw UserError.badInput(Said.of("cli.provider.none", provider));
    }
  }
}
