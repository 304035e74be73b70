package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import duken.api.cash.CashJson;
import java.util.List;

/** Shifts as a window sees them, under {@code /desk/v1}. */
public final class ShiftJson {

  private ShiftJson() {}

  /**
   * A shift and its sums.
   *
   * @param desk whose shift it is
   * @param number counted by the desk
   * @param openedAt RFC 3339, UTC
   * @param closedAt null while it is open
   * @param openInvoices of the desk now; of a closed shift those that went over
   * @param byWay {@code qr}, {@code phone}, {@code terminal_card}, {@code cash} and the like
   * @param cash the drawer, or null where there is no cash
   */
  public record Report(
      long id,
      String desk,
      long number,
      String openedAt,
      String openedBy,
      String closedAt,
      String closedBy,
      long openInvoices,
      Sums whole,
      List<Line> byWay,
      List<Line> byCashier,
      CashJson.Drawer cash) {

    /** Whether it is still open. */
    public boolean isOpen() {
      return closedAt == null;
    }
  }

  /** Sales and refunds; the sums are decimals. */
  public record Sums(long sales, String salesSum, long refunds, String refundsSum) {}

  /**
   * A line of a report.
   *
   * @param name a way or a cashier
   */
  public record Line(String name, Sums sums) {}

  /**
   * The desk's newest shift.
   *
   * @param shift null before the first one
   */
  public record Current(Report shift) {}

  /**
   * Which shift to close.
   *
   * @param rollOver whether open invoices may go over into the next one
   * @param counted what lies in the drawer, or null with {@code banknotes} or without a count
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Close(
      long number,
      boolean rollOver,
      String counted,
      List<CashJson.Banknotes> banknotes,
      String coins) {

    /** A closing without a count. */
    public Close(long number, boolean rollOver) {
      this(number, rollOver, null, null, null);
    }

    /** The same closing with what was counted, or without for null. */
    public Close with(CashJson.Count count) {
      return count == null
          ? this
          : new Close(number, rollOver, count.counted(), count.banknotes(), count.coins());
    }
  }

  /**
   * How a closing ended.
   *
   * @param closed false when open invoices were in the way
   */
  public record Closing(boolean closed, Report shift) {}

  /** A shift in the list. */
  public record Row(long id, String desk, long number, String openedAt, String closedAt) {}

  /**
   * Money that came or went.
   *
   * @param at RFC 3339, UTC
   * @param invoiceId 0 for what was sold in cash alone
   * @param invoiceNumber of a sale in cash its own number
   * @param refund whether it went back
   * @param amount a decimal, never negative
   * @param reason why it went back, or null
   */
  public record Money(
      String at,
      long invoiceId,
      long invoiceNumber,
      String way,
      String cashier,
      boolean refund,
      String amount,
      String reason) {

    /** Money of which nobody said why. */
    public Money(
        String at,
        long invoiceId,
        long invoiceNumber,
        String way,
        String cashier,
        boolean refund,
        String amount) {
      this(at, invoiceId, invoiceNumber, way, cashier, refund, amount, null);
    }
  }
}
