package duken.desktop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

/** A barcode scanner is a keyboard: wherever it types, nothing is changed and nothing confirmed. */
final class ScanCheck {

  private static final String EAN = "4870001234567";

  /**
   * What a scan may ask: the item, and what the window asks anyway. A number that is whole is asked
   * about at once, before anybody knows that a scanner types it.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "GoodsApi.byBarcode",
          "GoodsApi.list",
          "TillApi.payerName",
          "EngineApi.changes",
          "EngineApi.state",
          "ProvidersApi.list",
          "BankApi.status");

  private ScanCheck() {}

  /**
   * Scans into the window as it stands and then into each field that can be typed into, ended by
   * Enter and by Tab.
   *
   * @return what a scan did that it must not do
   */
  static List<String> faults(DeskRig rig) {
    List<String> faults = new ArrayList<>();
    look(rig);
    scans(rig, "as it stands", faults);
    for (TextInputControl field : fields(rig)) {
      field.requestFocus();
      scans(rig, "in " + field.getId(), faults);
    }
    return faults;
  }

  /** The names of the fields that show and can be typed into. */
  static Set<String> names(DeskRig rig) {
    look(rig);
    Set<String> names = new TreeSet<>();
    fields(rig).forEach(field -> names.add(String.valueOf(field.getId())));
    return names;
  }

  private static void scans(DeskRig rig, String where, List<String> faults) {
    for (KeyCode end : new KeyCode[] {KeyCode.ENTER, KeyCode.TAB}) {
      String place = rig.window.here();
      List<String> typed = typed(rig);
      Set<Node> sheets = sheets(rig);
      Set<String> before = look(rig);
      rig.calls.clear();
      rig.scan(EAN, end);
      Set<String> fresh = look(rig);
      // A complaint about a field goes as soon as something is typed there; nothing else may.
      fresh.removeAll(before);
      List<String> asked = new ArrayList<>(rig.calls);
      asked.removeIf(HARMLESS::contains);
      String scan = "a scan " + where + " with " + end;
      if (!asked.isEmpty()) {
        faults.add(scan + " asked " + asked);
      }
      if (!fresh.isEmpty()) {
        faults.add(scan + " showed " + fresh);
      }
      if (!typed(rig).equals(typed)) {
        faults.add(scan + " made " + typed(rig) + " of " + typed);
      }
      if (!rig.window.here().equals(place) || !sheets(rig).equals(sheets)) {
        faults.add(scan + " went elsewhere");
      }
    }
  }

  /** What lies over the window, but the sheet of keys, which every key takes away. */
  private static Set<Node> sheets(DeskRig rig) {
    Set<Node> sheets = new HashSet<>(rig.scene.getRoot().lookupAll(".sheet"));
    sheets.removeIf(sheet -> sheet.getStyleClass().contains("key-sheet"));
    return sheets;
  }

  private static List<String> typed(DeskRig rig) {
    return fields(rig).stream().map(field -> field.getId() + "=" + field.getText()).toList();
  }

  private static List<TextInputControl> fields(DeskRig rig) {
    List<TextInputControl> fields = new ArrayList<>();
    collect(rig.scene.getRoot(), fields);
    return fields;
  }

  private static void collect(Node node, List<TextInputControl> fields) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node instanceof TextInputControl field) {
      if (field.isEditable() && field.isFocusTraversable()) {
        fields.add(field);
      }
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, fields));
    }
  }

  /** All words in the window, but what is said in passing. */
  private static Set<String> look(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    Set<String> words = new TreeSet<>();
    read(rig.scene.getRoot(), words);
    return words;
  }

  private static void read(Node node, Set<String> words) {
    if (!node.isVisible() || node.getStyleClass().contains("toast")) {
      return;
    }
    switch (node) {
      case TextInputControl _ -> {}
      case Text text -> words.add(text.getText());
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> read(child, words));
      default -> {}
    }
  }
}
