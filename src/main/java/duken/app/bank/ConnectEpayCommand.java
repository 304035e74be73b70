package duken.app.bank;

import duken.app.folder.Settings;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.provider.epay.account.EpayValues;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code duken connect epay}: connects a shop's QR terminal at ePayment.kz. Ends with 0 only when
 * the provider gave a token and the secrets are stored.
 */
@Command(
    name = "epay",
    mixinStandardHelpOptions = true,
    description = {
      "Connects a shop to its QR terminal at ePayment.kz (Halyk ePay).",
      "The values KASPI_CLIENT_ID, KASPI_CLIENT_SECRET, KASPI_TERMINAL_ID, KASPI_API_BASE_URL,",
      "KASPI_CALLBACK_BASE_URL, and KASPI_WEBHOOK_SECRET or KASPI_CALLBACK_BEARER come from the",
      "settings file, else from the environment, else from duken.properties."
    })
final class ConnectEpayCommand implements Callable<Integer> {

  private static final String PROVIDER = "epay";

  private final Terminal terminal;

  @Mixin private ConnectOptions shop;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "A properties file with the KASPI_ values.")
  private Path file;

  ConnectEpayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    shop.check();
    Properties inFile = file == null ? new Properties() : load(file);
    Settings settings = shop.settings(terminal);
    Map<String, String> values = new HashMap<>();
    for (String name : EpayValues.NAMES) {
      Optional.ofNullable(inFile.getProperty(name))
          .filter(value -> !value.isBlank())
          .or(() -> settings.kaspi(name))
          .ifPresent(value -> values.put(name, value));
    }
    try {
      new EpayValues(values).check();
    } catch (EpayValues.Unfit e) {
      throw UserError.badInput(Said.of("cli.epay.settings", e.getMessage()));
    }
    Map<String, String> known = shop.connect(terminal, PROVIDER, values, _ -> {});
    terminal
        .out()
        .println(
            Said.of(
                    "cli.done.epay",
                    String.valueOf(known.get("callback_post")),
                    String.valueOf(known.get("callback_failure")))
                .text());
    return 0;
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.badInput(Said.of("cli.file.settings", file, e.getClass().getSimpleName()));
    }
  }
}
