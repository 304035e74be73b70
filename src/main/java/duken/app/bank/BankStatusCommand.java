package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.WireJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.OutputFormat;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.type.TypeReference;

/** {@code duken bank-status}: how the shops' accounts at the bank stand; the bank is asked. */
@Command(
    name = "bank-status",
    mixinStandardHelpOptions = true,
    description = "Tells how the shops' accounts at the bank stand.")
public final class BankStatusCommand implements Callable<Integer> {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Terminal terminal;

  @Option(names = "--tenant", paramLabel = "NAME", description = "This shop only.")
  private String tenant;

  @Mixin private OutputFormat outputFormat;

  @Mixin private FolderOption data;

  public BankStatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * How a shop stands with one provider.
   *
   * @param bank by name: the row of the provider, its details among them
   */
  private record Line(String tenant, Map<String, Object> bank) {}

  @Override
  public Integer call() {
    try (BankAccountAdmin book = BankCommands.book(terminal, data)) {
      List<AdminJson.Tenant> shops =
          book.shops().stream()
              .filter(it -> tenant == null || it.name().equals(tenant.strip()))
              .toList();
      if (shops.isEmpty() && tenant != null) {
        throw UserError.badInput(Said.of("cli.shop.none", tenant));
      }
      List<Line> lines =
          shops.stream()
              .flatMap(
                  shop ->
                      book.providers(shop.id()).stream()
                          .map(row -> new Line(shop.name(), row(book, shop.id(), row))))
              .toList();
      outputFormat.giveAll(
          terminal.out(), lines, Said.of("cli.done.shop.none").text(), BankStatusCommand::words);
    }
    return 0;
  }

  private static String words(Line line) {
    Map<String, Object> bank = line.bank();
    Object organization = bank.get("organization");
    Object trouble = bank.get("trouble");
    String state =
        switch (String.valueOf(bank.get("connection"))) {
          case "connected" ->
              (organization == null
                          ? Said.of("cli.bank.connected")
                          : Said.of("cli.bank.connected.as", organization))
                      .text()
                  + (Boolean.TRUE.equals(bank.get("reachable"))
                      ? ""
                      : Said.of("cli.bank.silent").text())
                  + (Boolean.TRUE.equals(bank.get("owners_number"))
                      ? Said.of("cli.bank.owners_number").text()
                      : "");
          case "signed_out" ->
              signedOut(
                  String.valueOf(bank.get("provider")),
                  trouble == null ? null : trouble.toString());
          default -> Said.of("cli.bank.none").text();
        };
    return "\"%s\", %s: %s%s"
        .formatted(
            line.tenant(),
            bank.get("provider"),
            state,
            trouble == null ? "" : " (" + trouble + ")");
  }

  static String signedOut(String provider, String trouble) {
    Said said =
        switch (provider) {
          case "kaspi-pay", "epay" -> Said.of("cli.bank.unknown_shop");
          default ->
              "token_refused".equals(trouble)
                  ? Said.of("cli.bank.token")
                  : Said.of(
                      "cli.bank.out",
                      BankCommands.why(
                          ConnectWords.of(Locale.getDefault(Locale.Category.DISPLAY)), trouble));
        };
    return said.text();
  }

  private static Map<String, Object> row(BankAccountAdmin book, long shop, BankJson.Provider row) {
    Map<String, Object> bank = new LinkedHashMap<>();
    if ("cashier".equals(row.provider())) {
      bank.putAll(WireJson.mapper().convertValue(book.standing(shop), OBJECT));
    }
    bank.put("provider", row.provider());
    bank.put("live", row.live());
    bank.put("since", row.since());
    bank.put("connection", row.connection());
    bank.put("trouble", row.trouble());
    bank.put("reachable", row.reachable());
    bank.put("organization", row.organization());
    bank.put("capabilities", row.capabilities());
    bank.put("certificate_expires_at", null);
    bank.putAll(row.details());
    return bank;
  }
}
