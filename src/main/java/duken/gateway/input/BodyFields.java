package duken.gateway.input;

import duken.domain.Money;
import duken.domain.Phone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object, each read with its own form. A field that is absent, null or wrong
 * reads as null; what was wrong is collected and thrown by {@link #check}. Unknown fields are
 * ignored.
 */
public final class BodyFields {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ObjectNode root;
  private final Complaints complaints;
  private final String path;

  BodyFields(ObjectNode root) {
    this(root, new Complaints(), "");
  }

  private BodyFields(ObjectNode root, Complaints complaints, String path) {
    this.root = root;
    this.complaints = complaints;
    this.path = path;
  }

  /** Whether the field is there, be it null. */
  public boolean names(String name) {
    return root.has(name);
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return node(name) != null;
  }

  /** A text of at most {@code longest} characters; an empty one is null. */
  public String text(String name, int longest) {
    String text = read(name, JsonValues::string, "text");
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      complaints.add(path + name, "text.long", longest);
    } else if (!PlainText.isStorable(text)) {
      complaints.add(path + name, "text.characters");
    }
    return text;
  }

  /** A text that must be there and not be empty. */
  public String requiredText(String name, int longest) {
    String text = text(name, longest);
    if (text == null) {
      complaints.addFirst(path + name, "required");
    }
    return text;
  }

  /** A sum in tenge, as number or decimal string. */
  public Money money(String name) {
    return read(
        name,
        node ->
            node.isNumber() ? Money.of(node.decimalValue()) : Money.parse(JsonValues.string(node)),
        "money");
  }

  /** A sum that must be there. */
  public Money requiredMoney(String name) {
    return present(name) ? money(name) : null;
  }

  public Phone phone(String name) {
    return read(name, node -> Phone.parse(JsonValues.string(node)), "phone");
  }

  /** A phone number that must be there. */
  public Phone requiredPhone(String name) {
    return present(name) ? phone(name) : null;
  }

  /** A percentage from 1 to 99 with at most two places. */
  public BigDecimal percentage(String name) {
    return read(name, JsonValues::percentage, "percentage");
  }

  public Boolean flag(String name) {
    return read(name, JsonValues::flag, "flag");
  }

  /** A list of at most {@code most} texts, or null. */
  public List<String> texts(String name, int most) {
    return read(name, node -> JsonValues.strings(node, most), "list", most);
  }

  /** Texts by name, at most {@code most} of at most {@code longest} characters; empty if absent. */
  public Map<String, String> textsByName(String name, int most, int longest) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode node = node(name);
    if (node == null) {
      return texts;
    }
    if (!(node instanceof ObjectNode object) || object.size() > most) {
      complaints.add(path + name, "object");
      return texts;
    }
    BodyFields inner = new BodyFields(object, complaints, path + name + ".");
    for (String key : object.propertyNames()) {
      String text = inner.text(key, longest);
      if (text != null) {
        texts.put(key, text);
      }
    }
    return texts;
  }

  /** 1 to {@code most} positive numbers, each once, that must be there. */
  public List<Long> requiredIds(String name, int most) {
    List<JsonNode> elements =
        present(name) ? read(name, node -> JsonValues.elements(node, 1, most), "ids", most) : null;
    if (elements == null) {
      return null;
    }
    Set<Long> ids = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      try {
        ids.add(JsonValues.number(elements.get(i), 1, Long.MAX_VALUE));
      } catch (IllegalArgumentException _) {
        complaints.add(path + name + "." + i, "id");
      }
    }
    return List.copyOf(ids);
  }

  /** A whole number within bounds that must be there. */
  public Long requiredNumber(String name, long least, long most) {
    return present(name)
        ? read(name, node -> JsonValues.number(node, least, most), "number", least, most)
        : null;
  }

  /** A UUID in its usual form. */
  public UUID uuid(String name) {
    return read(name, node -> parseUuid(JsonValues.string(node)), "uuid");
  }

  public UUID requiredUuid(String name) {
    return present(name) ? uuid(name) : null;
  }

  /**
   * The fields of 1 to {@code most} objects that must be there. What is wrong in them is named by
   * its place, {@code items.1.name}, and thrown by {@link #check} of this one.
   */
  public List<BodyFields> requiredObjects(String name, int most) {
    List<JsonNode> elements =
        present(name)
            ? read(name, node -> JsonValues.elements(node, 1, most), "objects", most)
            : null;
    List<BodyFields> objects = new ArrayList<>();
    for (int i = 0; elements != null && i < elements.size(); i++) {
      if (elements.get(i) instanceof ObjectNode object) {
        objects.add(new BodyFields(object, complaints, path + name + "." + i + "."));
      } else {
        complaints.add(path + name + "." + i, "object");
      }
    }
    return objects;
  }

  /** The fields of an object that must be there; what is wrong in them is thrown by this one. */
  public BodyFields requiredObject(String name) {
    JsonNode node = node(name);
    if (node instanceof ObjectNode object) {
      return new BodyFields(object, complaints, path + name + ".");
    }
    complaints.add(path + name, node == null ? "required" : "object");
    return new BodyFields(root.objectNode(), new Complaints(), path);
  }

  public void refuse(String name, String key) {
    if (has(name)) {
      complaints.add(path + name, key);
    }
  }

  /** Adds a complaint of the caller's own. */
  public void complain(String name, String key, Object... args) {
    complaints.add(path + name, key, args);
  }

  /**
   * Ends reading.
   *
   * @throws duken.domain.Refusal VALIDATION with everything that was wrong
   */
  public void check() {
    complaints.check();
  }

  /**
   * Reads a UUID in its usual form of 36 characters.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static UUID parseUuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  private boolean present(String name) {
    if (!has(name)) {
      complaints.add(path + name, "required");
      return false;
    }
    return true;
  }

  private JsonNode node(String name) {
    JsonNode node = root.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private <T> T read(String name, Function<JsonNode, T> form, String key, Object... args) {
    JsonNode node = node(name);
    try {
      return node == null ? null : form.apply(node);
    } catch (IllegalArgumentException _) {
      complaints.add(path + name, key, args);
      return null;
    }
  }
}
