package duken.desktop.health;

import duken.api.HealthJson;
import duken.desktop.shell.DeskContext;
import duken.paper.PrintQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;

/** Looks at everything now and then while somebody looks at the page. */
final class HealthViewModel {

  /** Four beats are a second: the engine is asked every ten, the world outside every minute. */
  private static final int ENGINE_BEATS = 40;

  private static final int OUTSIDE_BEATS = 240;

  private final DeskContext context;
  private final ReadOnlyListWrapper<HealthItem> items =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

  private HealthJson engine;
  private boolean answering = true;
  private Boolean online;
  private Duration ahead;
  private boolean askingEngine;
  private boolean askingOutside;
  private int beats;

  HealthViewModel(DeskContext context) {
    this.context = context;
  }

  /** Looks at everything at once. */
  void refresh() {
    askEngine();
    askOutside();
    judge();
  }

  /** Time passes. */
  void beat() {
    beats++;
    if (beats % ENGINE_BEATS == 0) {
      askEngine();
      judge();
    }
    if (beats % OUTSIDE_BEATS == 0) {
      askOutside();
    }
  }

  private void askEngine() {
    if (askingEngine) {
      return;
    }
    askingEngine = true;
    context
        .background()
        .ask(
            () -> context.engine().health(),
            told -> {
              askingEngine = false;
              engine = told;
              answering = true;
              judge();
            },
            _ -> {
              askingEngine = false;
              answering = false;
              judge();
            });
  }

  private void askOutside() {
    if (askingOutside) {
      return;
    }
    askingOutside = true;
    context
        .background()
        .ask(
            () -> context.thisComputer().devices().timeOutside(),
            this::outside,
            _ -> outside(Optional.empty()));
  }

  private void outside(Optional<Instant> time) {
    askingOutside = false;
    online = time.isPresent();
    ahead = time.map(at -> Duration.between(at, context.moments().now())).orElse(null);
    judge();
  }

  void judge() {
    List<HealthItem> now =
        HealthReport.of(
            new HealthFacts(
                engine, answering, context.feed().stateProperty().get(), online, ahead, printer()));
    if (!now.equals(items.get())) {
      items.setAll(now);
    }
  }

  private HealthFacts.Printer printer() {
    Optional<PrintQueue> queue = context.thisComputer().printing();
    boolean chosen = queue.isPresent() && context.preferences().printer().isThere();
    return new HealthFacts.Printer(chosen, queue.map(PrintQueue::trouble).orElse(null));
  }

  /** The page; empty before the first look. */
  ReadOnlyListProperty<HealthItem> items() {
    return items.getReadOnlyProperty();
  }
}
