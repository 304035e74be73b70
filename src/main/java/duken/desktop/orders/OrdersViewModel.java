package duken.desktop.orders;

import duken.api.EngineApi;
import duken.api.orders.OrderFilter;
import duken.api.orders.OrderJson;
import duken.api.orders.OrdersJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.task.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The orders a filter matches, and what a cashier does with them. */
public final class OrdersViewModel {

  /** How far back older orders are fetched. */
  static final Duration OLDER = Duration.ofDays(30);

  private static final int PAGE = 100;

  private final EngineApi engine;
  private final Background background;
  private final InstantSource clock;
  private final ObservableList<OrderJson> orders = FXCollections.observableArrayList();
  private final ObjectProperty<String> state = new SimpleObjectProperty<>();
  private final ObjectProperty<String> status = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<OrdersJson.Standing> standing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private int asked;
  private long total;
  private boolean loadingMore;

  /** Nothing is asked before {@link #reload}. */
  public OrdersViewModel(EngineApi engine, Background background, InstantSource clock) {
    this.engine = engine;
    this.background = background;
    this.clock = clock;
    state.addListener(_ -> reload());
    status.addListener(_ -> reload());
    search.addListener(_ -> reload());
  }

  /** Asks for the first page; of several answers the last question's counts. */
  public void reload() {
    int question = ++asked;
    OrderFilter filter = filter(0);
    background.ask(
        () -> engine.orders().list(filter),
        page -> {
          if (question == asked) {
            take(page);
          }
        },
        failure -> {
          if (question == asked) {
            problem.set(failure);
          }
        });
  }

  /** Asks for what comes after the last order that is shown. */
  public void loadMore() {
    if (loadingMore || orders.isEmpty() || orders.size() >= total) {
      return;
    }
    loadingMore = true;
    int question = asked;
    OrderFilter filter = filter(orders.size());
    background.ask(
        () -> engine.orders().list(filter),
        page -> {
          loadingMore = false;
          if (question == asked) {
            List<String> here = orders.stream().map(OrderJson::id).toList();
            orders.addAll(page.data().stream().filter(it -> !here.contains(it.id())).toList());
          }
        },
        _ -> loadingMore = false);
  }

  /** The engine told how the shop stands: what changed is looked at. */
  public void told(OrdersJson.Standing now) {
    if (!Objects.equals(now, standing.get())) {
      standing.set(now);
      reload();
    }
  }

  /** Asks how the shop stands. */
  public void look() {
    background.ask(() -> engine.orders().standing(), this::told, problem::set);
  }

  /** Has Kaspi asked now. */
  public void refresh() {
    act(() -> engine.orders().refresh(), _ -> look(), failure -> said.set(failed("", failure)));
  }

  /** Begins to import older orders. */
  public void fetchOlder() {
    Instant from = clock.instant().minus(OLDER);
    Instant seconds = Instant.ofEpochSecond(from.getEpochSecond());
    act(
        () -> {
          engine.orders().fetch(seconds.toString());
          return true;
        },
        _ -> look(),
        failure -> said.set(failed("", failure)));
  }

  /** Stops a running import after its present page. */
  public void stop() {
    background.tell(() -> engine.orders().stop(), this::look, _ -> {});
  }

  /**
   * Does something with an order, once; one at a time.
   *
   * @param after called with the order as it is then, when that is known
   */
  public void act(
      OrderJson order, String action, Map<String, Object> values, Consumer<OrderJson> after) {
    act(
        () -> engine.orders().act(order.id(), action, values),
        answer -> {
          replace(answer);
          said.set(OrderWords.done(action, answer));
          after.accept(answer);
          look();
        },
        failure -> {
          said.set(failed(action, failure));
          reload();
        });
  }

  /** Asks whom to call about an order; null when nobody is kept. */
  public void buyer(OrderJson order, Consumer<OrdersJson.Buyer> then) {
    background.ask(
        () -> engine.orders().buyer(order.id()), then, failure -> said.set(failed("", failure)));
  }

  /** Another order is looked at: what was said is about another. */
  public void hush() {
    said.set(null);
  }

  /** The orders, newest first. */
  public ObservableList<OrderJson> orders() {
    return orders;
  }

  /** Where orders lie, the marketplace's word, or null for all. */
  public ObjectProperty<String> state() {
    return state;
  }

  /** How far they have come, the marketplace's word, or null for all. */
  public ObjectProperty<String> status() {
    return status;
  }

  /** Part of number, SKU or name. */
  public StringProperty search() {
    return search;
  }

  /** How the shop stands; null before it is known. */
  public ReadOnlyObjectProperty<OrdersJson.Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether the list was ever answered. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Whether something a human wants is under way. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why the list could not be asked for, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What came of the last action, or null. */
  public ReadOnlyObjectProperty<Message> said() {
    return said.getReadOnlyProperty();
  }

  private OrderFilter filter(long offset) {
    String words = search.get().isBlank() ? null : search.get().strip();
    return new OrderFilter(state.get(), status.get(), words, PAGE, offset);
  }

  private void take(OrdersJson.Listing page) {
    total = page.meta().total();
    if (!page.data().equals(orders)) {
      orders.setAll(page.data());
    }
    problem.set(null);
    known.set(true);
  }

  private void replace(OrderJson answer) {
    orders.replaceAll(it -> it.id().equals(answer.id()) ? answer : it);
  }

  private <T> void act(
      java.util.function.Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    said.set(null);
    background.ask(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        failure -> {
          busy.set(false);
          failed.accept(failure);
        });
  }

  private static Message failed(String action, RuntimeException failure) {
    return OrderWords.failed(action, failure);
  }
}
