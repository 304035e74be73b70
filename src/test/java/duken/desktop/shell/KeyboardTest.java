package duken.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.FxRig;
import duken.desktop.kit.Hotkeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class KeyboardTest {

  private long time;
  private final List<String> done = new ArrayList<>();
  private final List<Boolean> help = new ArrayList<>();
  private final Hotkeys first = new Hotkeys();
  private final Hotkeys second = new Hotkeys();

  @Test
  void theFirstWhoTakesAKeyHasIt() {
    first.on(Hotkeys.key(KeyCode.F3), () -> note("first", false));
    second.on(Hotkeys.key(KeyCode.F3), () -> note("second", true));
    press(VBox::new, KeyCode.F3);
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void aKeyHeldDownPressesOnce() {
    first.on(Hotkeys.key(KeyCode.DELETE), () -> note("del", true));
    press(VBox::new, KeyCode.DELETE, KeyCode.DELETE, KeyCode.DELETE);
    assertThat(done).containsExactly("del");
  }

  @Test
  void backspaceHeldDownRepeats() {
    first.on(Hotkeys.key(KeyCode.BACK_SPACE), () -> note("erase", true));
    press(VBox::new, KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
    assertThat(done).hasSize(2);
  }

  @Test
  void aTextFieldKeepsTheKeysOneWritesWith() {
    first.on(Hotkeys.key(KeyCode.DELETE), () -> note("del", true));
    first.on(Hotkeys.key(KeyCode.ENTER), () -> note("enter", true));
    first.on(Hotkeys.key(KeyCode.F4), () -> note("f4", true));
    press(TextField::new, KeyCode.DELETE, KeyCode.ENTER, KeyCode.F4);
    assertThat(done).containsExactly("enter", "f4");
  }

  private boolean note(String what, boolean took) {
    done.add(what);
    return took;
  }

  private void press(Supplier<Node> focused, KeyCode... codes) {
    FxRig.run(
        () -> {
          Node focus = focused.get();
          Scene scene = new Scene(new VBox(focus), 200, 100);
          new Keyboard(() -> List.of(first, second), _ -> {}, help::add, () -> time += 50_000_000L)
              .attach(scene);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
          focus.setFocusTraversable(true);
          focus.requestFocus();
          for (KeyCode code : codes) {
            Event.fireEvent(focus, event(KeyEvent.KEY_PRESSED, code));
          }
          stage.close();
        });
  }

  private static KeyEvent event(EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", code.getName(), code, false, false, false, false);
  }
}
