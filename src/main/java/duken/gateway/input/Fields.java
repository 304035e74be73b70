package duken.gateway.input;

import duken.domain.Money;
import duken.domain.Phone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object, each read with its own form. A field that is absent, null or wrong
 * reads as null; what was wrong is collected and thrown by {@link #check}. Unknown fields are
 * ignored.
 */
public final class Fields {

  private final ObjectNode root;
  private final Complaints complaints = new Complaints();

  Fields(ObjectNode root) {
    this.root = root;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return node(name) != null;
  }

  /** Whether the field is there, be it null. */
  public boolean mentions(String name) {
    return root.has(name);
  }

  /** A text of at most {@code longest} characters; an empty one is null. */
  public String text(String name, int longest) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      return wrong(name, "text");
    }
    String text = node.stringValue();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      return wrong(name, "text.long", longest);
    }
    return PlainText.isStorable(text) ? text : wrong(name, "text.characters");
  }

  /** A text that must be there. */
  public String requiredText(String name, int longest) {
    return present(name) ? text(name, longest) : null;
  }

  /** A sum in tenge, as number or decimal string. */
  public Money money(String name) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    try {
      if (node.isNumber()) {
        return Money.of(node.decimalValue());
      }
      if (node.isString()) {
        return Money.parse(node.stringValue());
      }
      return wrong(name, "money");
    } catch (IllegalArgumentException _) {
      return wrong(name, "money");
    }
  }

  /** A sum that must be there. */
  public Money requiredMoney(String name) {
    return present(name) ? money(name) : null;
  }

  /** A phone number. */
  public Phone phone(String name) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    try {
      return node.isString() ? Phone.parse(node.stringValue()) : wrong(name, "phone");
    } catch (IllegalArgumentException _) {
      return wrong(name, "phone");
    }
  }

  /** A phone number that must be there. */
  public Phone requiredPhone(String name) {
    return present(name) ? phone(name) : null;
  }

  /** A percentage from 1 to 99 with at most two places. */
  public BigDecimal percentage(String name) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      return wrong(name, "percentage");
    }
    BigDecimal value = node.decimalValue();
    boolean fits =
        value.compareTo(BigDecimal.ONE) >= 0
            && value.compareTo(BigDecimal.valueOf(99)) <= 0
            && value.stripTrailingZeros().scale() <= 2;
    return fits ? value : wrong(name, "percentage");
  }

  /** True or false. */
  public Boolean flag(String name) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : wrong(name, "flag");
  }

  /** A list of texts, or null. */
  public List<String> texts(String name, int most, int longest) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isArray() || node.size() > most) {
      return wrong(name, "list", most);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isString() || element.stringValue().length() > longest) {
        return wrong(name, "list", most);
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  /** 1 to {@code most} positive numbers, each once, that must be there. */
  public List<Long> requiredIds(String name, int most) {
    if (!present(name)) {
      return null;
    }
    JsonNode node = node(name);
    if (!node.isArray() || node.isEmpty() || node.size() > most) {
      return wrong(name, "ids", most);
    }
    Set<Long> ids = new LinkedHashSet<>();
    int index = 0;
    for (JsonNode element : node) {
      if (element.isIntegralNumber() && element.canConvertToLong() && element.longValue() > 0) {
        ids.add(element.longValue());
      } else {
        complaints.add(name + "." + index, "id");
      }
      index++;
    }
    return List.copyOf(ids);
  }

  /** Complains when the field is there. */
  public void refuse(String name, String key) {
    if (has(name)) {
      complaints.add(name, key);
    }
  }

  /** Adds a complaint of the caller's own. */
  public void complain(String name, String key, Object... args) {
    complaints.add(name, key, args);
  }

  /**
   * Ends reading.
   *
   * @throws duken.domain.Refusal VALIDATION with everything that was wrong
   */
  public void check() {
    complaints.check();
  }

  private boolean present(String name) {
    if (!has(name)) {
      complaints.add(name, "required");
      return false;
    }
    return true;
  }

  private JsonNode node(String name) {
    JsonNode node = root.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private <T> T wrong(String name, String key, Object... args) {
    complaints.add(name, key, args);
    return null;
  }
}
