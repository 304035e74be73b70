package duken.app.bank;

import duken.api.BankJson;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.domain.City;
import duken.domain.Phone;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  private final Terminal terminal;
  private final ConnectWords words = ConnectWords.of(Locale.getDefault(Locale.Category.DISPLAY));

  @Mixin private ConnectOptions shop;

  @Option(
      names = "--phone",
      required = true,
      paramLabel = "NUMBER",
      description = "The cashier's number: 7001234567.")
  private String phone;

  @Option(names = "--accept-notice", description = "You have read the notice before and accept it.")
  private boolean acceptNotice;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description = "Where the shop is, for a bank that wants to know: Almaty, Алматы.")
  private String city;

  ConnectCashierCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    shop.check();
    String national = number().national();
    Optional<City> named = Optional.ofNullable(city).map(this::named);
    terminal.out().println(words.get("notice"));
    try (BankAccountAdmin book = shop.book(terminal)) {
      if (!acceptNotice && !isAccepted()) {
        throw UserError.notNow(words.get("not_accepted"));
      }
      long id = shop.open(book, "cashier");
      BankJson.Step step = book.sendCode(id, new BankJson.SignIn(national, true));
      check(step);
      if (step.bankText() != null) {
        terminal.out().println(words.get("bank_says", step.bankText()));
      }
      BankJson.Status status = connected(book, id);
      named.ifPresentOrElse(place -> keep(book, id, place), () -> askCity(book, id, status));
    }
    return 0;
  }

  private BankJson.Status connected(BankAccountAdmin book, long id) {
    BankJson.Step step;
    do {
      String code = asked("code").orElseThrow(() -> UserError.notNow(words.get("no_code")));
      step = book.enterCode(id, code);
      switch (step.step()) {
        case "wrong_code" -> terminal.out().println(words.get("wrong_code"));
        case "code_sent" -> terminal.out().println(words.get("code_again"));
        default -> {
          if (!step.status().progress().codeAwaited()) {
            check(step);
          } else {
            terminal.out().println(BankCommands.why(words, step));
          }
        }
      }
    } while (!"connected".equals(step.step()));
    String organization = step.status().account().organization();
    terminal
        .out()
        .println(
            organization == null
                ? words.get("connected")
                : words.get("connected_as", organization));
    return step.status();
  }

  /** The session is stored already: no answer, or none that is understood, undoes it. */
  private void askCity(BankAccountAdmin book, long id, BankJson.Status status) {
    if (status.place().latitude() != null) {
      return;
    }
    Optional<String> answer = asked("city").filter(text -> !text.isBlank());
    while (answer.isPresent()) {
      Optional<City> found = City.named(answer.get());
      if (found.isPresent()) {
        keep(book, id, found.get());
        return;
      }
      terminal.out().println(words.get("city_unknown", allCities()));
      answer = asked("city").filter(text -> !text.isBlank());
    }
    terminal.out().println(words.get("city_none"));
  }

  private void keep(BankAccountAdmin book, long id, City place) {
    book.place(
        id,
        new BankJson.Place(place.latitude().toPlainString(), place.longitude().toPlainString()));
    terminal.out().println(words.get("city_kept", place.russian()));
  }

  private City named(String text) {
    return City.named(text)
        .orElseThrow(() -> UserError.badInput(words.get("city_wrong", text, allCities())));
  }

  private static String allCities() {
    return City.ALL.stream().map(City::russian).collect(Collectors.joining(", "));
  }

  private boolean isAccepted() {
    return asked("accept")
        .map(ConnectWords::isYes)
        .orElseThrow(() -> UserError.notNow(words.get("no_acceptance")));
  }

  /** The line that was typed; empty at the end of the input. */
  private Optional<String> asked(String key) {
    terminal.out().print(words.get(key));
    terminal.out().flush();
    try {
      return Optional.ofNullable(terminal.in().readLine()).map(String::strip);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Phone number() {
    try {
      return Phone.parse(phone);
    } catch (IllegalArgumentException _) {
      throw UserError.badInput(words.get("phone_wrong"));
    }
  }

  private void check(BankJson.Step step) {
    if ("stopped".equals(step.step())) {
      throw UserError.notNow(BankCommands.why(words, step));
    }
  }
}
