package duken.desktop.firstrun;

import duken.desktop.kit.Hotkeys;
import javafx.scene.Node;

/** What is shown for one question. */
interface QuestionPage {

  Node node();

  /** Its keys while it shows. */
  Hotkeys keys();

  /** It shows now: look, take the focus. */
  void shown();
}
