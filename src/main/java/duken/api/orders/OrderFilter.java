package duken.api.orders;

/**
 * Which orders a window asks for.
 *
 * @param state the marketplace's word, or null for all
 * @param status the marketplace's word, or null for all
 * @param search part of number, SKU or name, or null
 * @param limit 1 to 100
 */
public record OrderFilter(String state, String status, String search, int limit, long offset) {}
