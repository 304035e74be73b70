package duken.desktop.firstrun;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.CounterDevices;
import duken.desktop.shell.DeskContext;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One thing of the counter: how it should look, and how it does. */
final class CheckPage implements QuestionPage {

  private static final int SIZE = 72;

  private final CounterCheck check;
  private final DeskContext context;
  private final Hotkeys keys = new Hotkeys();
  private final Label found = new WrappedLabel("bank-said");
  private final VBox node = new VBox(18);

  private CheckPage(CounterCheck check, DeskContext context) {
    this.check = check;
    this.context = context;
    HBox picture = new HBox(28);
    picture.setAlignment(Pos.CENTER);
    picture.getStyleClass().add("counter-picture");
    for (Ikon part : check.picture()) {
      picture.getChildren().add(Icons.of(part, SIZE));
    }
    found.setId("first-run-found");
    found.setVisible(false);
    KeyButton look =
        KeyButton.of(
            context.texts(),
            "firstrun." + check.step().word() + ".look",
            Material2RoundMZ.SYNC,
            Hotkeys.key(KeyCode.F5),
            keys,
            this::look);
    look.setMaxWidth(KeyButton.USE_PREF_SIZE);
    look.setMinWidth(KeyButton.USE_PREF_SIZE);
    node.setAlignment(Pos.TOP_LEFT);
    node.setFocusTraversable(true);
    node.getChildren().addAll(picture, found, look);
  }

  static List<CheckPage> all(DeskContext context) {
    CounterDevices devices = context.thisComputer().devices();
    return Stream.of(
            new ScreenCheck(devices),
            new ScannerCheck(context.navigator()::scansTo),
            new SoundCheck(devices, context.background()),
            new PrinterCheck(devices, context.background()),
            new ClockCheck(devices, context.background(), context.moments()),
            new NetworkCheck(devices, context.background()))
        .map(check -> new CheckPage(check, context))
        .toList();
  }

  Step step() {
    return check.step();
  }

  private void look() {
    check.look(this::show);
  }

  private void show(Message message) {
    found.setVisible(true);
    message.show(found, context.texts());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    node.requestFocus();
    if (check.looksAtOnce()) {
      look();
    }
  }
}
