package duken.desktop.settings;

import duken.desktop.firstrun.FirstRunView;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.ThisComputer.LoginStart;
import duken.desktop.updates.Updates;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the program does by itself on this computer: asks for newer versions, opens at login. */
final class ThisComputerPane extends VBox {

  private final DeskContext context;
  private final Hotkeys keys;
  private Runnable read = () -> {};

  ThisComputerPane(DeskContext context, Hotkeys keys) {
    this.context = context;
    this.keys = keys;
    setSpacing(10);
    updates(context.thisComputer().updates());
    context.thisComputer().loginStart().ifPresent(this::loginStart);
    getChildren()
        .addAll(heading("settings.first"), words("settings.first.hint"), new FlowPane(again()));
  }

  /** It shows now: what others may have changed is read again. */
  void shown() {
    read.run();
  }

  private void updates(Updates updates) {
    Choice choice = new Choice("updates", KeyCode.DIGIT1, KeyCode.DIGIT2, updates::turn);
    choice.show(updates.isOn());
    choice.setDisable(updates.isFixed());
    String words = updates.isFixed() ? "settings.updates.fixed" : "settings.updates.hint";
    getChildren().addAll(heading("settings.updates"), words(words), choice);
  }

  private KeyButton again() {
    KeyButton again =
        KeyButton.of(
            context.texts(),
            "settings.first.again",
            Material2RoundMZ.REPLAY,
            Hotkeys.ctrl(KeyCode.DIGIT5),
            keys,
            () -> FirstRunView.open(context));
    again.setMinWidth(USE_PREF_SIZE);
    return again;
  }

  private void loginStart(LoginStart start) {
    Choice choice =
        new Choice(
            "login",
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            on -> context.background().tell(() -> start.turn(on), () -> read.run(), this::refused));
    read = () -> context.background().ask(start::isOn, choice::show, _ -> choice.setDisable(true));
    getChildren().addAll(heading("settings.login"), words("settings.login.hint"), choice);
  }

  private void refused(RuntimeException e) {
    context
        .navigator()
        .say(
            e instanceof UncheckedIOException
                ? Message.of(Tone.BAD, "settings.login.refused")
                : Message.of(e));
    read.run();
  }

  private Label heading(String key) {
    Label heading = new Label();
    heading.getStyleClass().add("card-title");
    context.texts().bind(heading.textProperty(), key);
    return heading;
  }

  private Label words(String key) {
    Label words = new WrappedLabel("section-words");
    context.texts().bind(words.textProperty(), key);
    return words;
  }

  /** Yes or no, each with its key. */
  private final class Choice extends FlowPane {

    private final ChoiceButton yes;
    private final ChoiceButton no;

    Choice(String name, KeyCode yesKey, KeyCode noKey, Consumer<Boolean> turn) {
      super(10, 10);
      yes = button(name, "yes", yesKey, true, turn);
      no = button(name, "no", noKey, false, turn);
      getChildren().addAll(yes, no);
    }

    private ChoiceButton button(
        String name, String word, KeyCode key, boolean on, Consumer<Boolean> turn) {
      ChoiceButton button =
          ChoiceButton.of(
              context.texts(),
              "settings." + name + "." + word,
              Hotkeys.ctrl(key),
              keys,
              () -> {
                turn.accept(on);
                show(on);
              });
      button.setId("computer-" + name + "-" + word);
      return button;
    }

    void show(boolean on) {
      yes.choose(on);
      no.choose(!on);
    }
  }
}
