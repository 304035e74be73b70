package duken.engine.goods;

import duken.domain.Money;
import duken.domain.catalog.Unit;
import java.util.UUID;

/**
 * How an item is to be, already checked for form.
 *
 * @param barcode or null
 * @param article the shop's own number, or null
 * @param tile its place among the quick tiles, or null
 * @param imageId its picture, or null
 */
public record GoodsWish(
    String name,
    Money price,
    Unit unit,
    String barcode,
    String article,
    Integer tile,
    UUID imageId) {}
