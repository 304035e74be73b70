package duken.desktop.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * The window's words. What is bound here changes at once when another language is spoken.
 *
 * <p>Places in a sentence are {@code {0}}, {@code {1}}; there is no other syntax, so an apostrophe
 * is an apostrophe. A sentence that depends on a number has the keys {@code key.one}, {@code
 * key.few}, {@code key.many}, {@code key.other}; those a language does not need may be left out,
 * the last one may not. Call on the JavaFX thread.
 */
public final class Texts {

  /** The files that are merged, one set per screen package; a new screen adds its name here. */
  public static final List<String> SCREENS =
      List.of(
          "kit",
          "shell",
          "till",
          "cart",
          "payment",
          "link",
          "training",
          "history",
          "refund",
          "settings",
          "bank",
          "ways",
          "terminal",
          "anomalies",
          "staff",
          "reconcile",
          "orders",
          "updates",
          "firstrun",
          "customer",
          "shift",
          "cash",
          "owner",
          "print",
          "goods",
          "health");

  private final Map<Language, Bundle> bundles = new EnumMap<>(Language.class);
  private final ReadOnlyObjectWrapper<Language> language;

  /** All words, beginning in {@code language}. */
  public Texts(Language language) {
    this(language, SCREENS);
  }

  /** The words of these screens only. */
  public Texts(Language language, List<String> screens) {
    this.language = new ReadOnlyObjectWrapper<>(language);
    for (Language each : Language.values()) {
      bundles.put(each, new Bundle(each, screens));
    }
  }

  public Language language() {
    return language.get();
  }

  public ReadOnlyObjectProperty<Language> languageProperty() {
    return language.getReadOnlyProperty();
  }

  /** From now on speaks {@code next}; everything that is bound changes at once. */
  public void speak(Language next) {
    language.set(next);
  }

  /** The sentence with this key; the key itself, between marks, when there is none. */
  public String get(String key, Object... args) {
    String sentence = bundles.get(language()).find(key);
    return sentence == null ? "⟨" + key + "⟩" : fill(sentence, args);
  }

  /** Whether there is a sentence with this key. */
  public boolean has(String key) {
    return bundles.get(language()).find(key) != null;
  }

  /** The form of {@code key} that {@code count} wants; {@code {0}} is the count. */
  public String count(String key, long count, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = count;
    System.arraycopy(more, 0, args, 1, more.length);
    String form = key + "." + Plural.of(language(), count).name().toLowerCase(Locale.ROOT);
    return get(has(form) ? form : key + ".other", args);
  }

  /** A sentence that follows the language and those of {@code args} that can be observed. */
  public StringBinding of(String key, Object... args) {
    return Bindings.createStringBinding(() -> get(key, args), dependencies(args));
  }

  /** Like {@link #count}, following the language and the number. */
  public StringBinding ofCount(String key, ObservableValue<? extends Number> count) {
    return Bindings.createStringBinding(
        () -> count(key, count.getValue().longValue()), language, count);
  }

  /** Binds {@code property} to a sentence, see {@link #of}. */
  public void bind(StringProperty property, String key, Object... args) {
    property.bind(of(key, args));
  }

  private Observable[] dependencies(Object[] args) {
    List<Observable> all = new ArrayList<>();
    all.add(language);
    for (Object arg : args) {
      if (arg instanceof ObservableValue<?> observable) {
        all.add(observable);
      }
    }
    return all.toArray(Observable[]::new);
  }

  private static String fill(String sentence, Object[] args) {
    String text = sentence;
    for (int i = 0; i < args.length; i++) {
      Object value = args[i] instanceof ObservableValue<?> o ? o.getValue() : args[i];
      text = text.replace("{" + i + "}", value == null ? "" : value.toString());
    }
    return text;
  }
}
