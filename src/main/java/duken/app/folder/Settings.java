package duken.app.folder;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.epay.account.EpaySettings;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.security.OwnerOnlyFile;
import duken.security.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What holds: an option of the command line before a variable of the environment before the file
 * before what holds when nothing is set.
 */
public final class Settings {

  private static final String OPTION = "an option";

  private final Map<String, Given> said;

  private Settings(Map<String, Given> said) {
    this.said = Map.copyOf(said);
  }

  /**
   * Reads and checks every setting; writes a commented file when there is none.
   *
   * @param options values of the command line by key, those that were given
   * @throws UserError when a setting is unknown or its value is not allowed
   */
  public static Settings read(
      Path file, Map<String, String> environment, Map<String, String> options) {
    Properties inFile = load(file);
    Map<String, Given> said = new HashMap<>();
    for (Setting<?> setting : Setting.ALL) {
      String key = setting.key();
      if (options.containsKey(key)) {
        said.put(key, new Given(options.get(key), OPTION));
      } else if (environment.containsKey(setting.variable())) {
        said.put(key, new Given(environment.get(setting.variable()), setting.variable()));
      } else if (inFile.containsKey(key)) {
        said.put(key, new Given(inFile.getProperty(key), file.getFileName().toString()));
      }
    }
    Settings settings = new Settings(said);
    Setting.ALL.forEach(settings::get);
    settings.cashier();
    settings.epay();
    settings.kaspiPay();
    return settings;
  }

  public <T> T get(Setting<T> setting) {
    Given given = said.getOrDefault(setting.key(), new Given(setting.initial(), "the defaults"));
    return setting
        .read()
        .apply(given.value().strip())
        .orElseThrow(
            () ->
                UserError.badInput(
                    Said.of(
                        "setting.value",
                        setting.key(),
                        given.value(),
                        Said.detail(given.by()),
                        Said.detail(setting.allowed()))));
  }

  /** The settings of the provider through a cashier's session. */
  public CashierSettings cashier() {
    try {
      return CashierSettings.from(key -> Optional.ofNullable(said.get(key)).map(Given::value));
    } catch (IllegalArgumentException e) {
      throw UserError.badInput(Said.of("setting.rule", e.getMessage()));
    }
  }

  /** The settings of the provider through ePay. */
  public EpaySettings epay() {
    try {
      return EpaySettings.from(key -> Optional.ofNullable(said.get(key)).map(Given::value));
    } catch (IllegalArgumentException e) {
      throw UserError.badInput(Said.of("setting.rule", e.getMessage()));
    }
  }

  public KaspiPaySettings kaspiPay() {
    try {
      return KaspiPaySettings.from(key -> Optional.ofNullable(said.get(key)).map(Given::value));
    } catch (IllegalArgumentException e) {
      throw UserError.badInput(Said.of("setting.rule", e.getMessage()));
    }
  }

  /** What ePay's terminal is connected with, by its name in the ePay sheet; empty when blank. */
  public Optional<String> kaspi(String name) {
    return Optional.ofNullable(said.get(name)).map(Given::value).filter(it -> !it.isBlank());
  }

  public boolean isChosen(Setting<?> setting) {
    return said.containsKey(setting.key());
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try {
      if (!Files.exists(file)) {
        OwnerOnlyFile.write(file, template());
      }
      TextFile written = TextFile.read(file);
      properties.load(new StringReader(written.text()));
      refuseGuesses(file, written, properties);
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.badInput(Said.of("setting.unreadable", file, String.valueOf(e.getMessage())));
    }
    List<String> known = Setting.ALL.stream().map(Setting::key).toList();
    TreeSet<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw UserError.badInput(
          Said.of("setting.unknown", file, unknown.first(), String.join(", ", known)));
    }
    return properties;
  }

  /** Comments may be read wrongly, what is set may not. */
  private static void refuseGuesses(Path file, TextFile written, Properties properties) {
    if (!written.guessed()) {
      return;
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!(key + properties.getProperty(key)).chars().allMatch(c -> c < 128)) {
        throw UserError.badInput(Said.of("setting.encoding", file, written.encoding(), key));
      }
    }
  }

  /** A file that says what can be set and sets nothing. */
  static String template() {
    return Setting.ALL.stream()
        .map(
            setting ->
                """
                # %s
                # Allowed: %s. Also as %s.
                #%s=%s
                """
                    .formatted(
                        setting.comment(),
                        setting.allowed(),
                        setting.variable(),
                        setting.key(),
                        setting.initial()))
        .collect(
            Collectors.joining(
                "\n",
                """
                # Settings of Duken. Take away the # before a line to change it, then start Duken again.
                # A variable of the environment wins over this file, an option of the command line over both.

                """,
                ""));
  }

  /**
   * A value and where it was said.
   *
   * @param by for whoever has to correct it
   */
  private record Given(String value, String by) {}
}
