package duken.desktop.settings.form;

import duken.desktop.kit.Hotkeys;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** One part of the settings. */
public interface Section {

  /** The last part of the key of its name, {@code webhook}. */
  String id();

  /** Its picture on the left. */
  Ikon icon();

  /** What is shown on the right. */
  Node node();

  /** Its keys while it shows. */
  Hotkeys keys();

  /** Whether this window may see it; asked each time the settings are shown. */
  default boolean isOffered() {
    return true;
  }

  /** It shows now: load, take the focus. */
  void shown();

  /** It does not show any more: secrets are forgotten. */
  void hidden();
}
