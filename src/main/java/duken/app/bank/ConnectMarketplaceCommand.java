package duken.app.bank;

import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.provider.marketplace.MarketplaceModule;
import duken.provider.marketplace.MarketplaceValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code duken connect marketplace}: brings a shop's orders from kaspi.kz. Ends with 0 only when
 * Kaspi has shown a page and the token is stored. Replaces no provider.
 */
@Command(
    name = MarketplaceModule.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Brings a shop's orders from its Kaspi shop; it takes no money and replaces no provider.",
      "The token (seller's cabinet, Settings, API token) comes from KASPI_MERCHANT_TOKEN in the",
      "environment, else from duken.properties, else from the first line of standard input.",
      "KASPI_MERCHANT_UID is the number of the shop, for accounts with several;",
      "KASPI_MERCHANT_BASE_URL the address of the API."
    })
final class ConnectMarketplaceCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ConnectOptions shop;

  ConnectMarketplaceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    shop.check();
    Settings settings = shop.settings(terminal);
    Map<String, String> values = new HashMap<>();
    MarketplaceValues.NAMES.forEach(
        name -> settings.kaspi(name).ifPresent(value -> values.put(name, value)));
    if (!values.containsKey(MarketplaceValues.TOKEN)) {
      values.put(MarketplaceValues.TOKEN, typed());
    }
    try {
      new MarketplaceValues(values).account();
    } catch (MarketplaceValues.Unfit e) {
      throw UserError.badInput(Said.of("cli.marketplace.settings", e.getMessage()));
    }
    Map<String, String> known =
        shop.connect(terminal, MarketplaceModule.NAME, values, _ -> {}, false);
    if ("no".equals(known.get("orders_seen"))) {
      terminal
          .out()
          .println(
              Said.of(
                      values.containsKey(MarketplaceValues.UID)
                          ? "cli.done.orders.uid"
                          : "cli.done.orders.none")
                  .text());
    }
    return 0;
  }

  private String typed() {
    terminal.err().println("API token of the Kaspi shop:");
    try {
      String line = terminal.in().readLine();
      if (line == null || line.isBlank()) {
        throw UserError.badInput(Said.of("cli.token.missing", MarketplaceValues.TOKEN));
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
