package duken.desktop.kit.format;

import duken.api.DeskJson;
import duken.desktop.text.Texts;

/** The number a cashier reads out: {@code № 1042}, and {@code У-15} in training. */
public final class SaleNumber {

  private SaleNumber() {}

  public static String of(Texts texts, DeskJson.Sale sale) {
    return of(texts, sale.number(), sale.invoice().payment().isSandbox());
  }

  /** The number of a sale of which nothing else is known. */
  public static String of(Texts texts, long number, boolean training) {
    return texts.get(training ? "sale.number.training" : "sale.number.live", number);
  }
}
