package duken.desktop.goods;

import duken.api.EngineApi;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The goods a search finds, page by page. */
final class GoodsViewModel {

  private static final int PAGE = 100;

  private final EngineApi engine;
  private final Background background;
  private final ObservableList<GoodsJson.Item> items = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private int asked;
  private boolean loadingMore;

  /** Nothing is asked before {@link #reload}. */
  GoodsViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
    search.addListener(_ -> reload());
  }

  /** Asks for the first page; of several answers the last question's counts. */
  void reload() {
    int question = ++asked;
    String words = words();
    background.ask(
        () -> engine.goods().list(words, PAGE, 0),
        page -> {
          if (question == asked) {
            total.set(page.total());
            problem.set(null);
            items.setAll(page.data());
            known.set(true);
          }
        },
        failure -> {
          if (question == asked) {
            items.clear();
            problem.set(failure);
          }
        });
  }

  /** Asks for what comes after the last item that is shown. */
  void loadMore() {
    if (loadingMore || items.isEmpty() || items.size() >= total.get()) {
      return;
    }
    loadingMore = true;
    int question = asked;
    int from = items.size();
    String words = words();
    background.ask(
        () -> engine.goods().list(words, PAGE, from),
        page -> {
          loadingMore = false;
          if (question == asked) {
            Set<Long> here =
                items.stream().map(GoodsJson.Item::id).collect(Collectors.toUnmodifiableSet());
            items.addAll(page.data().stream().filter(it -> !here.contains(it.id())).toList());
          }
        },
        failure -> {
          loadingMore = false;
          said.set(Message.of(failure));
        });
  }

  /**
   * Looks for a scanned code.
   *
   * @param found is told the item
   * @param unknown is told the code when no item has it
   */
  void scanned(String code, Consumer<GoodsJson.Item> found, Consumer<String> unknown) {
    background.ask(
        () -> engine.goods().byBarcode(code),
        answer -> {
          if (answer.item() == null) {
            said.set(Message.of(Tone.CAREFUL, "goods.scan.unknown", Codes.shown(code)));
            unknown.accept(code);
          } else {
            said.set(null);
            found.accept(answer.item());
          }
        },
        failure -> said.set(Message.of(failure)));
  }

  /** Removes an item and reads the list again. */
  void remove(GoodsJson.Item item) {
    background.tell(
        () -> engine.goods().remove(item.id()),
        () -> {
          said.set(Message.of(Tone.GOOD, "goods.removed", item.name()));
          reload();
        },
        failure -> {
          said.set(Message.of(failure));
          reload();
        });
  }

  /** Says something about the list. */
  void say(Message message) {
    said.set(message);
  }

  ObservableList<GoodsJson.Item> items() {
    return items;
  }

  /** Part of name or article, beginning of a barcode. */
  StringProperty search() {
    return search;
  }

  /** Whether the list was ever answered. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** How many items the search finds. */
  ReadOnlyLongProperty total() {
    return total.getReadOnlyProperty();
  }

  /** Why the list could not be read, or null. */
  ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What came of the last action, or null. */
  ReadOnlyObjectProperty<Message> said() {
    return said.getReadOnlyProperty();
  }

  private String words() {
    return search.get().isBlank() ? null : search.get().strip();
  }
}
