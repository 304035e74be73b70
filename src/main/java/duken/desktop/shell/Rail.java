package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The left edge of the window: where one can go, the language, the theme; each with its key. */
final class Rail extends VBox {

  private static final KeyCode LANGUAGE_KEY = KeyCode.F6;
  private static final KeyCode THEME_KEY = KeyCode.F7;

  private final Map<String, RailButton> places = new LinkedHashMap<>();

  Rail(
      List<Destination> destinations,
      Texts texts,
      ObjectProperty<Theme> theme,
      Hotkeys keys,
      Consumer<String> go) {
    getStyleClass().add("rail");
    setSpacing(6);
    for (Destination place : destinations) {
      KeyCombination key = place.key();
      if (!place.onRail()) {
        keys.on(
            key,
            place.textKey(),
            () -> {
              go.accept(place.id());
              return true;
            });
        continue;
      }
      RailButton button =
          new RailButton(place.icon(), texts.of(place.textKey()), key, () -> go.accept(place.id()));
      keys.press(key, button);
      places.put(place.id(), button);
      getChildren().add(button);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(gap, languageButton(texts, keys), themeButton(texts, theme, keys));
  }

  /** Adds the button that explains the keys. */
  void explain(RailButton button) {
    getChildren().add(getChildren().size() - 2, button);
  }

  /** Marks where the window is. */
  void here(String id) {
    places.forEach((place, button) -> button.here(place.equals(id)));
  }

  /** Shows how many things wait at a place, if the rail leads there. */
  void waiting(String id, int count) {
    RailButton button = places.get(id);
    if (button != null) {
      button.waiting(count);
    }
  }

  private static RailButton languageButton(Texts texts, Hotkeys keys) {
    ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    name.bind(texts.languageProperty().map(Language::ownName));
    var key = Hotkeys.key(LANGUAGE_KEY);
    RailButton button =
        new RailButton(
            Material2RoundAL.LANGUAGE, name, key, () -> texts.speak(texts.language().next()));
    button.getStyleClass().add("small");
    keys.press(key, button);
    return button;
  }

  private static RailButton themeButton(Texts texts, ObjectProperty<Theme> theme, Hotkeys keys) {
    var key = Hotkeys.key(THEME_KEY);
    ReadOnlyStringWrapper word = new ReadOnlyStringWrapper();
    RailButton button =
        new RailButton(
            Material2RoundMZ.NIGHTS_STAY, word, key, () -> theme.set(theme.get().next()));
    button.getStyleClass().add("small");
    keys.press(key, button);
    theme.subscribe(
        now -> {
          word.bind(texts.of("shell.theme." + now.word()));
          button.icon(
              now == Theme.LIGHT ? Material2RoundMZ.WB_SUNNY : Material2RoundMZ.NIGHTS_STAY);
        });
    return button;
  }
}
