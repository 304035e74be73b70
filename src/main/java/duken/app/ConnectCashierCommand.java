package duken.app;

import duken.api.BankJson;
import duken.domain.Phone;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code duken connect cashier}: signs a shop's own cashier in at the bank with the phone and the
 * SMS code. Ends with 0 only when the session is stored.
 */
@Command(
    name = "cashier",
    mixinStandardHelpOptions = true,
    description = "Connects a shop to its own cashier's account at Kaspi; asks for the SMS code.")
final class ConnectCashierCommand implements Callable<Integer> {

  private static final String NOTICE =
      """
      Before you connect, read this.

      - This way to the bank is unofficial: nobody at the bank published it, and it may stop
        working any day without notice. The bank's terms may forbid it.
      - It is for your own shop's account only, with your own number and the code that the bank
        sends to you. Never type anybody else's code.
      - While Duken is signed in, the bank may sign your telephone's application out, and the
        other way round.
      - When the bank asks for more than number and code (password, photo, registration), Duken
        stops and tells you; it never answers for you.
      - Where you can get the bank's official interface for shops, prefer it.
      """;

  private final Terminal terminal;

  @Mixin private ConnectOptions shop;

  @Option(
      names = "--phone",
      required = true,
      paramLabel = "NUMBER",
      description = "The cashier's number: 7001234567.")
  private String phone;

  @Option(names = "--accept-notice", description = "You have read the notice before and accept it.")
  private boolean acceptNotice;

  ConnectCashierCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    shop.check();
    String national = number().national();
    terminal.out().println(NOTICE);
    try (BankBook book = shop.book(terminal)) {
      if (!acceptNotice && !isAccepted()) {
        throw Sentence.notNow("Not accepted; nothing was sent to the bank.");
      }
      long id = shop.open(book, "cashier");
      BankJson.Step step = book.sendCode(id, new BankJson.SignIn(national, true));
      check(step);
      if (step.bankText() != null) {
        terminal.out().println("The bank says: " + step.bankText());
      }
      connected(book, id);
    }
    return 0;
  }

  private void connected(BankBook book, long id) {
    BankJson.Step step;
    do {
      step = book.enterCode(id, asked("Code from the SMS: ", "No code was typed"));
      if ("wrong_code".equals(step.step())) {
        terminal.out().println("The bank does not take this code.");
      }
      check(step);
    } while (!"connected".equals(step.step()));
    String organization = step.status().organization();
    terminal
        .out()
        .printf(
            "Connected%s. A running engine uses it at once.%n",
            organization == null ? "" : " as \"" + organization + "\"");
  }

  private boolean isAccepted() {
    String answer = asked("Type yes to accept: ", "The notice was not accepted");
    return "yes".equals(answer.toLowerCase(Locale.ROOT));
  }

  private String asked(String prompt, String otherwise) {
    terminal.out().print(prompt);
    terminal.out().flush();
    try {
      String line = terminal.in().readLine();
      if (line == null) {
        throw Sentence.notNow(otherwise + "; nothing was stored.");
      }
      return line.strip();
    } catch (IOException e) {
      throw Sentence.notNow(otherwise + "; nothing was stored.", e);
    }
  }

  private Phone number() {
    try {
      return Phone.parse(phone);
    } catch (IllegalArgumentException _) {
      throw Sentence.badInput("--phone needs a number of Kazakhstan, such as 7001234567.");
    }
  }

  private static void check(BankJson.Step step) {
    if ("stopped".equals(step.step())) {
      throw Sentence.notNow(BankCommands.why(step));
    }
  }
}
