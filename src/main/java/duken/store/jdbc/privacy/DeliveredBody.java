package duken.store.jdbc.privacy;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a webhook about an invoice. */
final class DeliveredBody {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> CUSTOMER = List.of("client_name", "client_phone");

  private DeliveredBody() {}

  /** The same body with the customer's name and phone null; what is no such body stays. */
  static String withoutCustomer(String body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode root
          && root.get("invoice") instanceof ObjectNode invoice) {
        CUSTOMER.stream().filter(name -> holds(invoice.get(name))).forEach(invoice::putNull);
        return JSON.writeValueAsString(root);
      }
      return body;
    } catch (JacksonException _) {
      return body;
    }
  }

  private static boolean holds(JsonNode value) {
    return value != null && !value.isNull();
  }
}
