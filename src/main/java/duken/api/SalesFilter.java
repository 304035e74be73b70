package duken.api;

import java.time.LocalDate;
import java.util.List;

/**
 * Which sales the history screen asks for. Null or empty means any.
 *
 * @param statuses the contract's words
 * @param from first local day, inclusive
 * @param to last local day, inclusive
 * @param search a sum, the last digits of a phone, an order id or words of the description
 */
public record SalesFilter(
    List<String> statuses, LocalDate from, LocalDate to, String search, int limit, long offset) {

  public SalesFilter {
    statuses = statuses == null ? List.of() : List.copyOf(statuses);
  }
}
