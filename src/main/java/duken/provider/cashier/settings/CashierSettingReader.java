package duken.provider.cashier.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one setting at a time and names it when it is wrong. */
record CashierSettingReader(Function<String, Optional<String>> source) {

  /** Only what never leaves this computer may go without TLS. */
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  String text(String name) {
    CashierSetting line = CashierSetting.named(name);
    String value = source.apply(line.key()).map(String::trim).orElse(line.initial());
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw wrong(name);
    }
    return value;
  }

  String url(String name) {
    String value = text(name);
    try {
      URI uri = URI.create(value);
      boolean here = HERE.contains(String.valueOf(uri.getHost()));
      boolean web = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
      if (web && uri.getHost() != null && uri.getQuery() == null && !value.endsWith("/")) {
        return value;
      }
    } catch (IllegalArgumentException _) {
      throw wrong(name);
    }
    throw wrong(name);
  }

  String path(String name) {
    String value = text(name);
    if (!value.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw wrong(name);
    }
    return value;
  }

  boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name);
    };
  }

  int number(String name, int least, int most) {
    try {
      int value = Integer.parseInt(text(name));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      throw wrong(name);
    }
    throw wrong(name);
  }

  Duration seconds(String name, int least, int most) {
    return Duration.ofSeconds(number(name, least, most));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String value = text(name).toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(() -> wrong(name));
  }

  List<String> list(String name) {
    List<String> names = List.of(text(name).split(",", -1));
    if (names.contains("") || !names.contains("url") || names.size() != Set.copyOf(names).size()) {
      throw wrong(name);
    }
    return names;
  }

  Set<Integer> codes(String name) {
    try {
      return Arrays.stream(text(name).split(","))
          .map(String::trim)
          .map(Integer::valueOf)
          .collect(Collectors.toUnmodifiableSet());
    } catch (NumberFormatException _) {
      throw wrong(name);
    }
  }

  Set<String> words(String name) {
    CashierSetting line = CashierSetting.named(name);
    Set<String> words =
        Arrays.stream(source.apply(line.key()).orElse(line.initial()).split("\\|"))
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (words.stream().anyMatch(text -> text.length() < 4)) {
      throw wrong(name);
    }
    return words;
  }

  ZoneId zone(String name) {
    try {
      return ZoneId.of(text(name));
    } catch (DateTimeException _) {
      throw wrong(name);
    }
  }

  CashierSettings.Device device() {
    return new CashierSettings.Device(
        new CashierSettings.App(text("app-version"), text("app-build"), text("network-library")),
        text("platform"),
        text("platform-version"),
        text("brand"),
        text("model"),
        text("device-name"),
        new CashierSettings.DisplaySize(text("screen-width"), text("screen-height")),
        text("locale"));
  }

  private static IllegalArgumentException wrong(String name) {
    CashierSetting line = CashierSetting.named(name);
    return new IllegalArgumentException(line.key() + " must be " + line.allowed());
  }
}
