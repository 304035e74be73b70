package duken.desktop.print;

import duken.desktop.kit.task.Background;
import duken.desktop.shell.DeskPreferences;
import duken.paper.PrinterChoice;
import duken.paper.PrinterPlace;
import duken.paper.PrinterPlace.Kind;
import duken.paper.PrinterSearch;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How this desk prints, as it is being chosen. What makes sense is remembered at once. */
final class PrinterViewModel {

  private final DeskPreferences preferences;
  private final Background background;
  private final Function<Kind, List<String>> search;
  private final ReadOnlyObjectWrapper<PrinterChoice> choice;
  private final StringProperty place = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper();
  private List<String> found = List.of();
  private int next;
  private boolean inVain;

  PrinterViewModel(DeskPreferences preferences, Background background) {
    this(preferences, background, PrinterSearch::places);
  }

  /**
   * @param search answers the places of a kind; may wait
   */
  PrinterViewModel(
      DeskPreferences preferences, Background background, Function<Kind, List<String>> search) {
    this.preferences = preferences;
    this.background = background;
    this.search = search;
    choice = new ReadOnlyObjectWrapper<>(preferences.printer());
    place.set(choice.get().place());
    judge(choice.get().kind(), place.get());
    place.subscribe(this::typed);
  }

  ReadOnlyObjectProperty<PrinterChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Where it is, as typed. */
  StringProperty placeProperty() {
    return place;
  }

  /** The key of what is wrong with that, or null. */
  ReadOnlyStringProperty wrongProperty() {
    return wrong.getReadOnlyProperty();
  }

  /** Another kind of place: what was typed for the other one means nothing here. */
  void choose(Kind kind) {
    if (kind != choice.get().kind()) {
      found = List.of();
      change(it -> it.at(kind, ""));
      place.set("");
      inVain = false;
      wrong.set(null);
      if (kind != Kind.NETWORK) {
        find();
      }
    }
  }

  /** The next place of this kind that the system knows. */
  void find() {
    Kind kind = choice.get().kind();
    if (!found.isEmpty()) {
      take();
      return;
    }
    background.ask(
        () -> search.apply(kind),
        all -> {
          if (kind == choice.get().kind()) {
            found = all;
            next = 0;
            take();
          }
        },
        _ -> wrong.set("print.not_found"));
  }

  private void take() {
    if (found.isEmpty()) {
      inVain = true;
      judge(choice.get().kind(), place.get());
      return;
    }
    place.set(found.get(next % found.size()));
    next++;
  }

  void change(UnaryOperator<PrinterChoice> change) {
    PrinterChoice changed = change.apply(choice.get());
    choice.set(changed);
    preferences.printer(changed);
  }

  private void typed(String text) {
    Kind kind = choice.get().kind();
    if (text.equals(choice.get().place())) {
      return;
    }
    judge(kind, text);
    change(it -> it.at(kind, text.strip()));
  }

  private String nothing() {
    return inVain ? "print.not_found" : null;
  }

  private void judge(Kind kind, String text) {
    try {
      PrinterPlace.parse(kind, text);
      wrong.set(null);
    } catch (PrinterPlace.Unreadable _) {
      wrong.set(text.isBlank() ? nothing() : "print.wrong." + kind.word());
    }
  }
}
