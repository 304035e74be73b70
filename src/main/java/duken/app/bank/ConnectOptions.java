package duken.app.bank;

import duken.api.BankJson;
import duken.app.folder.FolderOption;
import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that connect a shop to a provider share. */
final class ConnectOptions {

  @Option(
      names = "--tenant",
      required = true,
      paramLabel = "NAME",
      description = "The shop; it is opened where there is none.")
  private String tenant;

  @Option(
      names = "--replace",
      description = "Replace the provider that takes the shop's money now.")
  private boolean replace;

  @Mixin private FolderOption data;

  /**
   * Whether the shop was named.
   *
   * @throws UserError when it was not
   */
  void check() {
    if (tenant.isBlank()) {
      throw UserError.badInput(Said.of("cli.shop.which"));
    }
  }

  /** The settings of the data folder. */
  Settings settings(Terminal terminal) {
    return data.prepare(terminal).settings();
  }

  /** Opens the book of the data folder. */
  BankAccountAdmin book(Terminal terminal) {
    return BankCommands.book(terminal, data);
  }

  /**
   * The shop, when this provider may become its live one.
   *
   * @throws UserError naming the provider that would be replaced
   */
  long open(BankAccountAdmin book, String provider) {
    long id = book.shop(tenant.strip()).id();
    Optional<BankJson.Provider> other =
        book.providers(id).stream()
            .filter(BankJson.Provider::live)
            .filter(it -> !it.provider().equals(provider))
            .filter(it -> !"not_configured".equals(it.connection()))
            .findFirst();
    if (other.isPresent() && !replace) {
      throw UserError.notNow(
          Said.of("cli.provider.replaces", tenant.strip(), other.get().provider(), provider));
    }
    return id;
  }

  /**
   * Connects the shop and waits for the end.
   *
   * @param values what was typed, by the option's name
   * @param progress is told facts the person should see meanwhile, perhaps the same more than once
   * @return what is known of the connection, by lower-snake name
   * @throws UserError when it was not connected
   */
  Map<String, String> connect(
      Terminal terminal,
      String provider,
      Map<String, String> values,
      Consumer<Map<String, String>> progress) {
    return connect(terminal, provider, values, progress, true);
  }

  /**
   * The same for what may take no money, so that it replaces nobody.
   *
   * @param takesPayments whether it becomes the shop's live provider
   */
  Map<String, String> connect(
      Terminal terminal,
      String provider,
      Map<String, String> values,
      Consumer<Map<String, String>> progress,
      boolean takesPayments) {
    check();
    try (BankAccountAdmin book = book(terminal)) {
      long id = takesPayments ? open(book, provider) : book.shop(tenant.strip()).id();
      BankJson.Attempt attempt =
          book.connect(id, provider, new BankJson.Connect(values, replace), progress);
      if (!"connected".equals(attempt.state())) {
        throw refused(attempt);
      }
      terminal.out().println(Said.of("cli.done.connected").text());
      return attempt.progress();
    }
  }

  /** Why it was refused, with what there is to choose from. */
  static UserError refused(BankJson.Attempt attempt) {
    List<String> choices = attempt.choices() == null ? List.of() : attempt.choices();
    String sentence =
        choices.isEmpty() || "other_provider".equals(attempt.code())
            ? attempt.sentence()
            : attempt.sentence()
                + System.lineSeparator()
                + String.join(System.lineSeparator(), choices);
    return attempt.badInput() ? UserError.badInput(sentence) : UserError.notNow(sentence);
  }
}
