package duken.app.bank;

import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code duken connect kaspi-pay}: connects a shop's contract with the bank. Ends with 0 only when
 * the bank knows caller and cash desk and the secrets are stored.
 */
@Command(
    name = "kaspi-pay",
    mixinStandardHelpOptions = true,
    description = "Connects a shop to the bank's official Kaspi Pay API, scheme r1, r2 or r3.")
final class ConnectKaspiPayCommand implements Callable<Integer> {

  private static final String PROVIDER = "kaspi-pay";
  private static final Duration WARNING = Duration.ofDays(60);
  private static final long LARGEST_FILE = 1 << 20;

  private final Terminal terminal;

  @Mixin private ConnectOptions shop;

  @Option(
      names = "--scheme",
      required = true,
      paramLabel = "r1|r2|r3",
      description = "The contract's scheme.")
  private String scheme;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "BASE",
      description = "The address up to /v01, from the bank's letter.")
  private String url;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "r1: a file with the key; without it the key is asked for, unseen.")
  private Path keyFile;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "r2, r3: the client certificate with its key, PKCS#12.")
  private Path certificate;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file with its password; without it the password is asked for, unseen.")
  private Path passwordFile;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The bank's own roots, PEM; trusted for these calls only.")
  private Path trust;

  @Option(names = "--bin", paramLabel = "BIN", description = "r3: the organisation's BIN.")
  private String bin;

  @Option(
      names = "--trade-point",
      paramLabel = "ID",
      description = "The trade point's number; not needed where there is only one.")
  private String tradePoint;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The cash desk's name at the bank; else one is made once per shop.")
  private String device;

  ConnectKaspiPayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    shop.check();
    Map<String, String> values = new HashMap<>();
    values.put("scheme", scheme);
    values.put("url", url);
    if ("r1".equalsIgnoreCase(scheme.strip()) || keyFile != null) {
      values.put("api-key", keyFile == null ? asked("API key: ") : text(keyFile).strip());
    }
    if (certificate != null) {
      values.put("certificate", Base64.getEncoder().encodeToString(bytes(certificate)));
      values.put("password", passwordFile == null ? asked("Password: ") : firstLine(passwordFile));
    }
    if (trust != null) {
      values.put("trust", text(trust));
    }
    put(values, "bin", bin);
    put(values, "trade-point", tradePoint);
    put(values, "device", device);
    Map<String, String> known = shop.connect(terminal, PROVIDER, values, _ -> {});
    warn(known.get("certificate_expires_at"));
    return 0;
  }

  private void warn(String end) {
    if (end == null) {
      return;
    }
    boolean soon = Clock.systemUTC().instant().plus(WARNING).isAfter(Instant.parse(end));
    terminal
        .out()
        .println(
            Said.of(soon ? "cli.done.certificate.soon" : "cli.done.certificate.good", end).text());
  }

  private String asked(String prompt) {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? "" : new String(typed);
    }
    try {
      String line = terminal.in().readLine();
      return line == null ? "" : line;
    } catch (IOException _) {
      throw UserError.notNow(Said.of("cli.input"));
    }
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static String firstLine(Path file) {
    return text(file).lines().findFirst().orElse("");
  }

  private static String text(Path file) {
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw UserError.badInput(Said.of("cli.file.large", file));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserError.badInput(Said.of("cli.file.unreadable", file, e.getClass().getSimpleName()));
    }
  }
}
