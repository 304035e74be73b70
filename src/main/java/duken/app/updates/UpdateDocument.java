package duken.app.updates;

import duken.api.WireJson;
import duken.desktop.text.Language;
import duken.desktop.updates.Release;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * The signed document {@code latest.json}; its form is in {@code docs/UPDATES.md}.
 *
 * @param version the newest there is
 * @param published when it was signed; of two documents the later one holds
 * @param page where a person fetches it
 * @param news what is new, by language; all of them are there
 */
record UpdateDocument(
    VersionNumber version, Instant published, URI page, Map<Language, List<String>> news) {

  /** Bytes a document may have. */
  static final int LARGEST = 32 * 1024;

  private static final int LINES = 12;
  private static final int LINE = 300;
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

  private record Envelope(String payload, String signature) {}

  private record Payload(
      String product,
      String version,
      String published,
      String page,
      Map<String, List<String>> news) {}

  /**
   * Reads what was signed by one of the keys.
   *
   * @throws Refused when it was not, or is none
   */
  static UpdateDocument read(String text, ReleaseKeys keys) throws Refused {
    Envelope envelope = json(text, Envelope.class);
    if (envelope.payload() == null || envelope.signature() == null) {
      throw new Refused("it is no signed document");
    }
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(envelope.signature());
    } catch (IllegalArgumentException _) {
      throw new Refused("its signature is none");
    }
    if (!keys.signed(envelope.payload(), signature)) {
      throw new Refused("it is not signed with a key of this program");
    }
    return document(json(envelope.payload(), Payload.class));
  }

  private static <T> T json(String text, Class<T> type) throws Refused {
    try {
      T read = WireJson.mapper().readValue(text, type);
      if (read != null) {
        return read;
      }
    } catch (JacksonException _) {
      // Said below: what was read is nothing for the log.
    }
    throw new Refused("it is no document about updates");
  }

  private static UpdateDocument document(Payload payload) throws Refused {
    if (!"duken".equals(payload.product())) {
      throw new Refused("it is about another program");
    }
    VersionNumber version =
        VersionNumber.of(payload.version()).orElseThrow(() -> new Refused("it has no version"));
    try {
      return new UpdateDocument(
          version,
          Instant.parse(String.valueOf(payload.published())),
          page(payload.page()),
          news(payload.news()));
    } catch (DateTimeParseException _) {
      throw new Refused("it has no date");
    }
  }

  private static URI page(String text) throws Refused {
    try {
      URI page = new URI(String.valueOf(text));
      if ("https".equals(page.getScheme()) && page.getHost() != null && text.length() <= LINE) {
        return page;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new Refused("it names no page with https");
  }

  private static Map<Language, List<String>> news(Map<String, List<String>> read) throws Refused {
    Map<Language, List<String>> news = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      List<String> lines = read == null ? null : read.get(language.tag());
      if (lines == null
          || lines.isEmpty()
          || lines.size() > LINES
          || !lines.stream().allMatch(UpdateDocument::isLine)) {
        throw new Refused("what is new is not said in " + language.tag());
      }
      news.put(language, List.copyOf(lines));
    }
    return news;
  }

  private static boolean isLine(String line) {
    return line != null
        && !line.isBlank()
        && line.length() <= LINE
        && !CONTROL.matcher(line).matches();
  }

  /** As the window tells it. */
  Release release() {
    return new Release(version.toString(), page, news);
  }
}
