package duken.provider.cashier.wire;

import java.math.BigDecimal;

/**
 * Where the shop is, as the bank wants to know with each QR (cashier sheet, section 6).
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

  /**
   * @throws IllegalArgumentException when this is no place on earth
   */
  public Coordinates {
    if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0
        || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
      throw new IllegalArgumentException("no place on earth");
    }
  }
}
