package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.InvoiceJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.domain.DomainRefusal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duken terminal}: what only a person can say of a Smart POS terminal. */
@Command(
    name = "terminal",
    mixinStandardHelpOptions = true,
    description = "Answers for a Smart POS terminal what only a person can see.")
public final class TerminalCommand implements Runnable {

  private static final int LONGEST_REASON = 200;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  public TerminalCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Said.of("cli.do", "answer, accept-certificate").text());
  }

  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = "Says what the terminal shows of an invoice whose start or end is unknown.")
  int answer(
      @Parameters(paramLabel = "INVOICE", description = "The invoice's number in the API.")
          long invoice,
      @Parameters(
              paramLabel = "waits|paid|nothing",
              description = "What the terminal shows: it waits, it was paid, nothing of it.")
          String seen,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "How you know; it is kept.")
          String reason,
      @Mixin FolderOption data) {
    String word = seen.toLowerCase(Locale.ROOT);
    if (!BankJson.isSeen(word)) {
      throw UserError.badInput(Said.of("cli.terminal.seen"));
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw UserError.badInput(Said.of("cli.terminal.reason", LONGEST_REASON));
    }
    try (BankAccountAdmin book = BankCommands.book(terminal, data)) {
      InvoiceJson after = answered(book, invoice, new BankJson.Answer(word, reason.strip(), true));
      terminal.out().printf("Invoice %d is %s.%n", after.id(), after.state().status());
      if (word.equals("nothing") && after.state().status().startsWith("p")) {
        terminal
            .out()
            .println(
                "The terminal may be used again; the invoice ends when it takes the next operation,"
                    + " at the latest five minutes after its start.");
      }
    }
    return 0;
  }

  private static InvoiceJson answered(BankAccountAdmin book, long invoice, BankJson.Answer answer) {
    try {
      return book.answer(invoice, answer);
    } catch (DomainRefusal e) {
      throw UserError.notNow(
          e.reason() == DomainRefusal.Reason.NOT_FOUND
              ? Said.of("cli.invoice.none", invoice)
              : Said.of("cli.invoice.idle", invoice));
    }
  }

  @Command(
      name = "accept-certificate",
      mixinStandardHelpOptions = true,
      description = "Takes the terminal's renewed certificate without pairing anew.")
  int acceptCertificate(
      @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The shop.")
          String tenant,
      @Option(
              names = "--fingerprint",
              required = true,
              paramLabel = "SHA256",
              description = "SHA-256 of the certificate the terminal shows now.")
          String fingerprint,
      @Option(
              names = "--name",
              paramLabel = "TILL",
              description = "Which terminal, by its till's name, where the shop has several.")
          String name,
      @Mixin FolderOption data) {
    Map<String, String> values = new TreeMap<>(Map.of("fingerprint", fingerprint));
    if (name != null) {
      values.put("name", name.strip());
    }
    try (BankAccountAdmin book = BankCommands.book(terminal, data)) {
      AdminJson.Tenant shop =
          book.shops().stream()
              .filter(it -> it.name().equals(tenant.strip()))
              .findFirst()
              .orElseThrow(() -> UserError.badInput(Said.of("cli.shop.none", tenant)));
      BankJson.Attempt attempt = book.change(shop.id(), "smart-pos", "accept-certificate", values);
      if (!"connected".equals(attempt.state())) {
        throw ConnectOptions.refused(attempt);
      }
      terminal
          .out()
          .println("Accepted: " + PairedTill.fact(attempt.progress(), name, "certificate_sha256"));
    }
    return 0;
  }
}
