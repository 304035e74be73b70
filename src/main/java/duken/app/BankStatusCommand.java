package duken.app;

import duken.api.AdminJson;
import duken.api.BankJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code duken bank-status}: how the shops' accounts at the bank stand; the bank is asked. */
@Command(
    name = "bank-status",
    mixinStandardHelpOptions = true,
    description = "Tells how the shops' accounts at the bank stand.")
final class BankStatusCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--tenant", paramLabel = "NAME", description = "This shop only.")
  private String tenant;

  @Mixin private Answer answer;

  @Mixin private FolderOption data;

  BankStatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One shop's account. */
  private record Line(String tenant, BankJson.Status bank) {}

  @Override
  public Integer call() {
    try (BankBook book = BankCommands.book(terminal, data)) {
      List<AdminJson.Tenant> shops =
          book.shops().stream()
              .filter(it -> tenant == null || it.name().equals(tenant.strip()))
              .toList();
      if (shops.isEmpty() && tenant != null) {
        throw Sentence.badInput("There is no shop called \"" + tenant + "\".");
      }
      List<Line> lines =
          shops.stream().map(shop -> new Line(shop.name(), book.probe(shop.id()))).toList();
      answer.giveAll(terminal.out(), lines, "There are no shops yet.", BankStatusCommand::words);
    }
    return 0;
  }

  private static String words(Line line) {
    BankJson.Status bank = line.bank();
    String state =
        switch (bank.connection()) {
          case "connected" ->
              "connected"
                  + (bank.organization() == null ? "" : " as \"" + bank.organization() + "\"")
                  + (bank.reachable() ? "" : ", but the bank does not answer")
                  + (bank.ownersNumber()
                      ? "; it is the owner's own number, so his telephone and this till put each"
                          + " other out: use a cashier's"
                      : "");
          case "signed_out" ->
              "signed out at the bank. "
                  + BankCommands.why(bank.trouble())
                  + ". A running engine"
                  + " tries the sign-in again by itself";
          default -> "not connected";
        };
    return "\"" + line.tenant() + "\": " + state;
  }
}
