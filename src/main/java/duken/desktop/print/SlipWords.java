package duken.desktop.print;

import duken.api.DeskJson.Sale;
import duken.api.InvoiceJson;
import duken.api.cash.CashJson;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.PaymentMethod;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.Money;
import duken.domain.Phone;
import duken.paper.Slip;
import duken.paper.Slip.Centred;
import duken.paper.Slip.Pair;
import duken.paper.Slip.Plain;
import duken.paper.Slip.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a slip says, in one language. Of the customer it has the last two digits of a phone number
 * and nothing else.
 */
final class SlipWords {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Texts texts;
  private final Moments moments;
  private final String shop;

  /**
   * @param texts in the language of the slip
   * @param shop its name
   */
  SlipWords(Texts texts, Moments moments, String shop) {
    this.texts = texts;
    this.moments = moments;
    this.shop = shop;
  }

  /** The slip of a sale. */
  Slip sale(Sale sale) {
    InvoiceJson invoice = sale.invoice();
    List<Slip.Line> lines = head(sale, invoice.outcome().paidAt());
    items(lines, invoice);
    lines.add(new Pair(get("total"), Sums.format(invoice.terms().amount()), Size.LARGE));
    way(lines, invoice);
    code(lines, invoice);
    return end(lines, invoice);
  }

  /**
   * The slip of a refund.
   *
   * @param at when it was made, RFC 3339
   */
  Slip refund(Sale sale, Money amount, String at) {
    InvoiceJson invoice = sale.invoice();
    List<Slip.Line> lines = head(sale, at);
    lines.add(new Centred(get("refund"), Size.LARGE));
    lines.add(new Pair(get("refunded"), Sums.format(amount), Size.LARGE));
    lines.add(new Pair(get("of_sale"), Sums.format(invoice.terms().amount()), Size.NORMAL));
    way(lines, invoice);
    return end(lines, invoice);
  }

  /** The slip of a sale or refund in cash. */
  Slip cash(CashJson.Operation made, boolean training) {
    List<Slip.Line> lines = new ArrayList<>();
    if (shop != null && !shop.isBlank()) {
      lines.add(new Centred(shop, Size.BOLD));
    }
    String number =
        made.number() == null
            ? texts.get("cash.kind." + made.kind())
            : texts.get("cash.numbered", made.number());
    lines.add(
        new Pair(moments.date(made.at()) + " " + moments.time(made.at()), number, Size.NORMAL));
    lines.add(new Slip.Rule());
    for (CashJson.Line line : made.lines()) {
      lines.add(item(line.name(), line.price(), line.count()));
      if (line.discount() != null) {
        lines.add(new Pair(get("discount"), "−" + Sums.format(line.discount()), Size.NORMAL));
      }
    }
    if (!made.lines().isEmpty()) {
      lines.add(new Slip.Rule());
    }
    boolean refund = made.number() == null;
    lines.add(new Pair(get(refund ? "refunded" : "total"), Sums.format(made.amount()), Size.LARGE));
    if (made.tendered() != null) {
      lines.add(new Pair(texts.get("cash.slip.given"), Sums.format(made.tendered()), Size.NORMAL));
      lines.add(new Pair(texts.get("cash.slip.change"), Sums.format(made.change()), Size.NORMAL));
    }
    lines.add(new Slip.Rule());
    lines.add(new Centred(get("not_fiscal"), Size.SMALL));
    return new Slip(lines, training ? get("training") : null);
  }

  /** A slip to try a printer with. */
  Slip test(boolean training) {
    List<Slip.Line> lines = new ArrayList<>();
    lines.add(new Centred(shop, Size.BOLD));
    lines.add(new Slip.Rule());
    lines.add(new Centred(get("test"), Size.LARGE));
    lines.add(new Plain("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі · Ёё Ъъ · 12 345 ₸", Size.NORMAL));
    lines.add(new Pair(get("total"), Sums.format(Money.ofTenge(12_345)), Size.LARGE));
    lines.add(new Centred(get("not_fiscal"), Size.SMALL));
    return new Slip(lines, training ? get("training") : null);
  }

  private List<Slip.Line> head(Sale sale, String at) {
    List<Slip.Line> lines = new ArrayList<>();
    if (shop != null && !shop.isBlank()) {
      lines.add(new Centred(shop, Size.BOLD));
    }
    lines.add(
        new Pair(
            moments.date(at) + " " + moments.time(at), SaleNumber.of(texts, sale), Size.NORMAL));
    if (sale.invoice().terms().externalOrderId() != null) {
      lines.add(
          new Plain(
              texts.get("payment.order", sale.invoice().terms().externalOrderId()), Size.SMALL));
    }
    lines.add(new Slip.Rule());
    return lines;
  }

  private void items(List<Slip.Line> lines, InvoiceJson invoice) {
    List<InvoiceJson.Item> items = invoice.items() == null ? List.of() : invoice.items();
    for (InvoiceJson.Item item : items) {
      lines.add(item(item.name(), item.price(), item.count()));
    }
    if (invoice.terms().discountSum() != null
        && !Sums.ofWire(invoice.terms().discountSum()).isZero()) {
      lines.add(
          new Pair(get("discount"), "−" + Sums.format(invoice.terms().discountSum()), Size.NORMAL));
    }
    if (!items.isEmpty()) {
      lines.add(new Slip.Rule());
    }
  }

  private static Pair item(String name, String wire, int count) {
    Money price = Sums.ofWire(wire);
    String left = name + "  " + count + " × " + Sums.bare(price);
    return new Pair(left, Sums.format(price.times(count)), Size.NORMAL);
  }

  /** How it was paid, and what the bank calls that. */
  private void way(List<Slip.Line> lines, InvoiceJson invoice) {
    String method = PaymentMethod.of(texts, invoice);
    lines.add(
        new Pair(
            get("way"),
            method.isEmpty() ? texts.get("history.kind." + invoice.state().type()) : method,
            Size.NORMAL));
    if (invoice.bank().rrn() != null) {
      lines.add(new Pair("RRN", invoice.bank().rrn(), Size.NORMAL));
    }
    if (invoice.payment().kaspiInvoiceId() != null
        && !invoice.payment().kaspiInvoiceId().equals(invoice.bank().rrn())) {
      lines.add(new Pair(get("operation"), invoice.payment().kaspiInvoiceId(), Size.SMALL));
    }
    if ("phone".equals(invoice.state().type()) && invoice.customer().phoneNumber() != null) {
      lines.add(new Pair(get("phone"), masked(invoice.customer().phoneNumber()), Size.SMALL));
    }
  }

  /** {@code +7 (7••) •••-••-67}. */
  static String masked(String wire) {
    try {
      String digits = Phone.parse(wire).national();
      return "+7 (" + digits.charAt(0) + "••) •••-••-" + digits.substring(digits.length() - 2);
    } catch (IllegalArgumentException _) {
      return "•••";
    }
  }

  /** The page of the payment, where customers can reach it. */
  private void code(List<Slip.Line> lines, InvoiceJson invoice) {
    if (invoice.payment().paymentUrl() != null && isReachable(invoice.payment().paymentUrl())) {
      lines.add(new Slip.Code(invoice.payment().paymentUrl()));
      lines.add(new Centred(get("code"), Size.SMALL));
    }
  }

  private static boolean isReachable(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && !HERE.contains(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Slip end(List<Slip.Line> lines, InvoiceJson invoice) {
    lines.add(new Slip.Rule());
    lines.add(new Centred(get("not_fiscal"), Size.SMALL));
    if (invoice.payment().isSandbox()) {
      lines.add(new Centred(get("no_money"), Size.BOLD));
    }
    return new Slip(lines, invoice.payment().isSandbox() ? get("training") : null);
  }

  private String get(String word) {
    return texts.get("print.slip." + word);
  }
}
