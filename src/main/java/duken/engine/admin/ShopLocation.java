package duken.engine.admin;

import duken.store.Store;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a shop is: some banks want to know with each QR (cashier sheet, section 6).
 *
 * @param latitude degrees north, -90 to 90, at most six places
 * @param longitude degrees east, -180 to 180, at most six places
 */
public record ShopLocation(BigDecimal latitude, BigDecimal longitude) {

  private static final int MOST_PLACES = 6;
  private static final String SETTING = "shop.place.";

  /**
   * @throws IllegalArgumentException when this is no place on earth
   */
  public ShopLocation {
    latitude = within(latitude, 90);
    longitude = within(longitude, 180);
  }

  /** The place of a shop, if its owner said. */
  public static Optional<ShopLocation> of(Store store, long tenantId) {
    return store
        .read(tx -> tx.storedSettings().get(SETTING + tenantId))
        .filter(text -> !text.isEmpty())
        .map(text -> text.split(" ", 2))
        .map(parts -> new ShopLocation(new BigDecimal(parts[0]), new BigDecimal(parts[1])));
  }

  /** Remembers the place of a shop; null forgets it. */
  static void keep(Store store, long tenantId, ShopLocation place) {
    String text =
        place == null ? "" : place.latitude.toPlainString() + " " + place.longitude.toPlainString();
    store.write(
        tx -> {
          tx.storedSettings().put(SETTING + tenantId, text);
          return null;
        });
  }

  private static BigDecimal within(BigDecimal degrees, int most) {
    if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0
        || degrees.stripTrailingZeros().scale() > MOST_PLACES) {
      throw new IllegalArgumentException("no place on earth");
    }
    return degrees;
  }
}
