package duken.desktop;

import duken.api.ShiftApi;
import duken.api.ShiftJson;
import duken.api.cash.CashJson;
import java.util.ArrayList;
import java.util.List;

/** Shifts of a desk, without an engine. */
public final class PracticeShifts implements ShiftApi {

  private static final ShiftJson.Sums SUMS = new ShiftJson.Sums(2, "2500.50", 1, "500.50");

  private static final ShiftJson.Sums LARGE =
      new ShiftJson.Sums(1024, "99999999.99", 12, "1000000.00");
  private static final ShiftJson.Sums NOTHING = new ShiftJson.Sums(0, "0.00", 1, "12500.00");

  /** The drawer in every report, or null. */
  public volatile CashJson.Drawer cash;

  /** What was counted when a shift was opened or closed last, or null. */
  public volatile CashJson.Count counted;

  private final List<ShiftJson.Report> all = new ArrayList<>();

  /** What came and went. */
  public volatile List<ShiftJson.Money> money =
      List.of(
          new ShiftJson.Money("2026-05-14T10:00:00Z", 7, 1, "qr", "=Касса 1", false, "2500.50"),
          new ShiftJson.Money("2026-05-14T11:00:00Z", 7, 1, "qr", "Касса; 1", true, "500.50"));

  /** How many invoices are open. */
  public volatile long openInvoices;

  @Override
  public synchronized ShiftJson.Current current() {
    return new ShiftJson.Current(all.isEmpty() ? null : all.getLast());
  }

  @Override
  public synchronized ShiftJson.Report open(CashJson.Count count) {
    counted = count;
    all.add(report(all.size() + 1, null));
    return all.getLast();
  }

  @Override
  public synchronized ShiftJson.Closing close(ShiftJson.Close which) {
    if (openInvoices > 0 && !which.rollOver()) {
      return new ShiftJson.Closing(false, report(which.number(), null));
    }
    counted = new CashJson.Count(which.counted(), which.banknotes(), which.coins());
    all.set((int) which.number() - 1, report(which.number(), "2026-05-14T18:00:00Z"));
    return new ShiftJson.Closing(true, all.getLast());
  }

  @Override
  public synchronized List<ShiftJson.Row> list() {
    return all.reversed().stream()
        .map(it -> new ShiftJson.Row(it.id(), it.desk(), it.number(), it.openedAt(), it.closedAt()))
        .toList();
  }

  @Override
  public synchronized ShiftJson.Report report(long id) {
    return all.get((int) id - 1);
  }

  @Override
  public List<ShiftJson.Money> money(long id) {
    return money;
  }

  private ShiftJson.Report report(long number, String closedAt) {
    return new ShiftJson.Report(
        number,
        "Касса 1",
        number,
        "2026-05-14T04:00:00Z",
        "Касса 1",
        closedAt,
        closedAt == null ? null : "Касса 1",
        openInvoices,
        SUMS,
        List.of(
            new ShiftJson.Line("qr", SUMS),
            new ShiftJson.Line("terminal_alaqan", LARGE),
            new ShiftJson.Line("terminal_card", NOTHING)),
        List.of(
            new ShiftJson.Line("Касса 1", SUMS),
            new ShiftJson.Line("Ерлан Сағындықұлы Әбдірахманов", LARGE)),
        cash);
  }
}
