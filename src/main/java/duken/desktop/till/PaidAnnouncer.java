package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells of each payment once. What was paid behind the cashier's back, parked or while the window
 * was shut, the engine keeps as unannounced until a window has shown it.
 */
final class PaidAnnouncer {

  private final EngineApi engine;
  private final Background background;
  private final Consumer<List<DeskJson.Sale>> show;
  private final Set<Long> shown = new HashSet<>();

  /**
   * An announcer.
   *
   * @param show takes what has to be shown, never an empty list
   */
  PaidAnnouncer(EngineApi engine, Background background, Consumer<List<DeskJson.Sale>> show) {
    this.engine = engine;
    this.background = background;
    this.show = show;
  }

  /** Asks the engine what no window has announced, and has it shown. */
  void check() {
    background.ask(
        () -> engine.till().unannounced(),
        sales -> {
          List<DeskJson.Sale> news =
              sales.stream().filter(sale -> !shown.contains(sale.invoice().id())).toList();
          if (!news.isEmpty()) {
            news.forEach(this::wasShown);
            show.accept(news);
          }
        },
        _ -> {
          // The feed tells when the engine is back, and then it is asked again.
        });
  }

  /** This payment stands on the screen. */
  void wasShown(DeskJson.Sale sale) {
    long id = sale.invoice().id();
    shown.add(id);
    background.tell(
        () -> engine.till().markAnnounced(id),
        () -> {},
        _ -> {
          // It is in the list of those that were shown; after a restart it is shown once more,
          // which is better than never.
        });
  }
}
