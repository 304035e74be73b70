package duken.desktop.kit.format;

import duken.api.InvoiceJson;
import duken.desktop.text.Texts;
import java.util.Map;
import java.util.Set;

/** How a customer paid at a terminal, in words. */
public final class PaymentMethod {

  private static final Set<String> METHODS = Set.of("qr", "card", "alaqan");

  private PaymentMethod() {}

  /** {@code Card •••• 0042 · instalment, 12 months}; empty where the provider does not tell. */
  public static String of(Texts texts, InvoiceJson invoice) {
    if (invoice.bank().paymentMethod() == null) {
      return "";
    }
    String word =
        METHODS.contains(invoice.bank().paymentMethod())
            ? texts.get("history.method." + invoice.bank().paymentMethod())
            : invoice.bank().paymentMethod();
    String digits = invoice.bank().cardLast4() == null ? "" : " •••• " + invoice.bank().cardLast4();
    return word + digits + product(texts, facts(invoice));
  }

  /** A further fact the provider told, or null. */
  public static String fact(InvoiceJson invoice, String name) {
    return facts(invoice).get(name);
  }

  private static Map<String, String> facts(InvoiceJson invoice) {
    return invoice.bank().provider() == null || invoice.bank().provider().metadata() == null
        ? Map.of()
        : invoice.bank().provider().metadata();
  }

  private static String product(Texts texts, Map<String, String> facts) {
    String months = facts.get("loan_term");
    if (months != null) {
      return " · " + texts.get("history.method.instalment", months);
    }
    return "red".equalsIgnoreCase(facts.get("product_type")) ? " · Kaspi Red" : "";
  }
}
