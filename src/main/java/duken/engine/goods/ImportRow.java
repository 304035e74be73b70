package duken.engine.goods;

import duken.domain.Money;
import duken.domain.catalog.Unit;

/**
 * A row of a list of goods, already checked for form. What is null was not in the list and stays as
 * it is.
 *
 * @param number of the row in its file
 * @param id as an export of this shop told it, or null
 * @param name always there
 * @param price always there
 * @param unit or null; a new item without one is counted in pieces
 */
public record ImportRow(
    int number,
    Long id,
    String name,
    Money price,
    Unit unit,
    String barcode,
    String article,
    Integer tile) {}
