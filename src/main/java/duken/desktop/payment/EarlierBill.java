package duken.desktop.payment;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.SalesFilter;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bill for the same sum to the same phone a few minutes ago: most likely the same customer, who
 * would get two.
 */
public final class EarlierBill {

  /** A customer who comes back for the same again needs longer. */
  private static final Duration SHORTLY = Duration.ofMinutes(10);

  private static final int LAST_DIGITS = 10;
  private static final int MOST = 20;

  private EarlierBill() {}

  /**
   * The newest such bill that took money or may still take it. Asks the engine, which knows those
   * of other windows and of before a restart too.
   *
   * @param phone its last ten digits are compared
   */
  public static Optional<DeskJson.Sale> find(
      EngineApi engine, Money sum, String phone, Instant now) {
    String digits = phone.substring(phone.length() - LAST_DIGITS);
    SalesFilter lastOnes = new SalesFilter(List.of(), null, null, digits.substring(6), MOST, 0);
    return engine.sales().list(lastOnes).sales().stream()
        .filter(sale -> isSame(sale, sum, digits) && mayTakeMoney(sale))
        .filter(
            sale -> Instant.parse(sale.invoice().outcome().createdAt()).plus(SHORTLY).isAfter(now))
        .findFirst();
  }

  private static boolean isSame(DeskJson.Sale sale, Money sum, String digits) {
    String phone = sale.invoice().customer().phoneNumber();
    return phone != null
        && phone.replaceAll("\\D", "").endsWith(digits)
        && Sums.ofWire(sale.invoice().terms().amount()).equals(sum);
  }

  private static boolean mayTakeMoney(DeskJson.Sale sale) {
    SaleState state = SaleState.of(sale);
    return state.isOpen() || state.hasMoney();
  }
}
