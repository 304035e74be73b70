package duken.api.owner;

import java.util.List;

/**
 * Which names and phones of customers go in the next seven days.
 *
 * @param days how long they are kept on invoices
 * @param buyerDays how long buyers of a marketplace are kept
 * @param from RFC 3339, when a shorter time begins to be followed; null when this one is
 * @param next days on which something goes
 * @param held invoices that keep it although they are old enough: open, or to be decided about
 */
public record PersonalDataJson(int days, int buyerDays, String from, List<Day> next, long held) {

  public PersonalDataJson {
    next = List.copyOf(next);
  }

  /**
   * One day.
   *
   * @param date in the shop's zone, {@code 2026-05-14}
   * @param names of customers on invoices
   * @param phones of customers on invoices
   * @param buyers of orders on a marketplace
   */
  public record Day(String date, long names, long phones, long buyers) {}
}
