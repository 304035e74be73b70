package duken.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * Light, dark or of high contrast: AtlantaFX underneath, our own sheets above, colours named by
 * role.
 */
@SuppressWarnings("ImmutableEnumChecker") // AtlantaFX themes are constants.
public enum Theme {
  LIGHT(new PrimerLight(), "duken-light.css"),
  DARK(new PrimerDark(), "duken-dark.css"),
  CONTRAST(new PrimerDark(), "duken-contrast.css");

  private static final String SHEETS = "/duken/desktop/";

  private final atlantafx.base.theme.Theme base;
  private final String colours;

  Theme(atlantafx.base.theme.Theme base, String colours) {
    this.base = base;
    this.colours = colours;
  }

  /** Dresses a scene; may be called again with another theme at any time. */
  public void dress(Scene scene) {
    Typeface.load();
    scene.setUserAgentStylesheet(base.getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            sheet(colours),
            sheet("duken.css"),
            sheet("records.css"),
            sheet("account.css"),
            sheet("facing.css"));
  }

  /** The next one round the circle. */
  public Theme next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** The theme with this word; the light one for anything else. */
  public static Theme ofWord(String word) {
    return Arrays.stream(values())
        .filter(theme -> theme.word().equals(word))
        .findFirst()
        .orElse(LIGHT);
  }

  /** The word in preferences and text keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(SHEETS + name), name).toExternalForm();
  }
}
