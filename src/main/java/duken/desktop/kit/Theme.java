package duken.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/** Light or dark: AtlantaFX underneath, our own sheets above, colours named by role. */
@SuppressWarnings("ImmutableEnumChecker") // AtlantaFX themes are constants.
public enum Theme {
  LIGHT(new PrimerLight(), "duken-light.css"),
  DARK(new PrimerDark(), "duken-dark.css");

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
        .setAll(sheet(colours), sheet("duken.css"), sheet("records.css"), sheet("account.css"), sheet("facing.css"));
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The word in preferences and text keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(SHEETS + name), name).toExternalForm();
  }
}
