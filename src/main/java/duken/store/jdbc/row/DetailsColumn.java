package duken.store.jdbc.row;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Further facts of a payment as the text of one column: a JSON object of texts, or null. */
public final class DetailsColumn {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private DetailsColumn() {}

  public static String text(Map<String, String> facts) {
    return facts.isEmpty() ? null : JSON.writeValueAsString(facts);
  }

  public static Map<String, String> read(String text) {
    return text == null ? Map.of() : JSON.readValue(text, TEXTS);
  }
}
