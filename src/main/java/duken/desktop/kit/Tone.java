package duken.desktop.kit;

import java.util.Locale;

/** What a colour says. The stylesheet knows the colours themselves. */
public enum Tone {
  /** Nothing special. */
  PLAIN,
  /** Something is being waited for. */
  WAITING,
  /** Something is going on right now. */
  ACTIVE,
  /** Money came, all is well. */
  GOOD,
  /** Attention, no harm yet. */
  CAREFUL,
  BAD,
  /** Over, and of no interest any more. */
  QUIET;

  /** The style class, {@code tone-good}. */
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }

  /** Gives {@code node} this tone instead of any other. */
  public void paint(javafx.scene.Node node) {
    node.getStyleClass().removeIf(name -> name.startsWith("tone-"));
    node.getStyleClass().add(styleClass());
  }
}
