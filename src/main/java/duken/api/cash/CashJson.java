package duken.api.cash;

import com.fasterxml.jackson.annotation.JsonInclude;
import duken.api.cart.CartJson;
import java.util.List;

/**
 * Cash as a window sees it, under {@code /desk/v1/cash}. Sums are decimals; those that can be below
 * zero may begin with a minus.
 */
public final class CashJson {

  private CashJson() {}

  /**
   * What the shop chose.
   *
   * @param blindCount whether the expected sum is hidden until somebody has counted
   * @param told whether programs read of cash in the event log
   */
  public record Settings(boolean enabled, boolean blindCount, boolean told) {}

  /** What the shop chose, and the cash of mixed payments that is not settled at this desk. */
  public record Standing(Settings settings, List<Part> unsettled) {}

  /**
   * The cash of a mixed payment.
   *
   * @param status of the invoice for the rest
   * @param rest what the invoice asks for
   * @param toReturn whether the customer should have the cash back
   * @param returned whether he had it back
   * @param refundable what may be given back once the invoice is paid
   */
  public record Part(
      long id,
      long invoiceId,
      long invoiceNumber,
      String status,
      String amount,
      String tendered,
      String rest,
      boolean toReturn,
      boolean returned,
      String refundable) {}

  /** The cash beside an invoice, or null. */
  public record Beside(Part part) {}

  /**
   * A sale.
   *
   * @param tendered what the customer gave
   * @param tillCart what is sold, or null; the amount is then what it comes to
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sale(String amount, String tendered, String comment, CartJson.Ref tillCart) {

    /** A bare sum. */
    public Sale(String amount, String tendered, String comment) {
      this(amount, tendered, comment, null);
    }
  }

  /**
   * A line of a cart that was sold.
   *
   * @param price of one
   * @param discount what was taken off the line, or null
   */
  public record Line(String name, String price, int count, String discount) {}

  /** Cash to give back for a sale in cash or a part. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refund(long saleId, String amount, String reason) {}

  /** Cash that is put in or taken out. */
  public record Move(String amount, String reason) {}

  /**
   * What somebody counted: a sum, or banknotes and coins.
   *
   * @param counted the sum, or null
   * @param banknotes or null
   * @param coins or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Count(String counted, List<Banknotes> banknotes, String coins) {}

  /** How many banknotes of a value. */
  public record Banknotes(int note, int count) {}

  /**
   * What happened to the cash of a desk.
   *
   * @param kind {@code sale}, {@code refund}, {@code float}, {@code cash_in}, {@code cash_out},
   *     {@code count}, {@code part} or {@code part_return}
   * @param number of a sale in cash, or null
   * @param change what the customer got back, or null
   * @param expected of a count, or null; null too where it is counted blind and the shift is open
   * @param refundable of a sale: what may still be given back
   * @param lines of a sale: what was sold, where it was a cart
   */
  public record Operation(
      long id,
      String kind,
      String at,
      String desk,
      String who,
      String amount,
      Long number,
      String tendered,
      String change,
      Long saleId,
      Long invoiceId,
      String expected,
      String difference,
      String banknotes,
      String reason,
      String refundable,
      List<Line> lines) {

    public Operation {
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  /** What should lie in the drawer. */
  public record Expected(String expected) {}

  /**
   * The drawer in a shift.
   *
   * @param expected null while it is hidden
   * @param unsettled of it beside invoices that are not paid
   * @param counted the newest count, or null
   * @param difference of that count, negative when money was missing, or null
   * @param countedBy or null
   * @param banknotes of that count, or null
   */
  public record Drawer(
      String opening,
      String sales,
      String returned,
      String cameIn,
      String wentOut,
      String differences,
      String expected,
      String unsettled,
      String counted,
      String difference,
      String countedBy,
      String banknotes) {}
}
