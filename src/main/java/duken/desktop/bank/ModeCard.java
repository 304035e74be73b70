package duken.desktop.bank;

import duken.api.DeskJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Mode;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The choice between training and real money: explicit, and asked once more. */
public final class ModeCard extends VBox {

  private final DeskContext context;
  private final Texts texts;
  private final ModeViewModel model;
  private final Label words = new WrappedLabel("section-words");
  private final Label trouble = new WrappedLabel("section-words");
  private final ObservableValue<Boolean> connected;
  private final ChoiceButton training;
  private final ChoiceButton live;

  /**
   * The card.
   *
   * @param connected whether the shop is connected with any bank
   */
  public ModeCard(DeskContext context, Hotkeys keys, ObservableValue<Boolean> connected) {
    this.context = context;
    this.connected = connected;
    texts = context.texts();
    model = new ModeViewModel(context.engineSwitch(), context.engine(), context.background());
    Label heading = new Label();
    heading.getStyleClass().add("card-title");
    texts.bind(heading.textProperty(), "bank.mode");
    training = choice(Mode.TEST, KeyCode.DIGIT1, keys);
    live = choice(Mode.LIVE, KeyCode.DIGIT2, keys);
    training.setId("mode-training");
    live.setId("mode-live");
    trouble.managedProperty().bind(trouble.visibleProperty());
    getStyleClass().add("mode-card");
    setSpacing(10);
    getChildren().addAll(heading, new FlowPane(10, 10, training, live), words, trouble);
    context.feed().stateProperty().subscribe(this::show);
    model.busyProperty().subscribe(_ -> show(context.feed().stateProperty().get()));
    connected.subscribe(_ -> show(context.feed().stateProperty().get()));
    model.troubleProperty().subscribe(this::show);
  }

  private ChoiceButton choice(Mode mode, KeyCode digit, Hotkeys keys) {
    return ChoiceButton.of(
        texts, "bank.mode." + word(mode), Hotkeys.ctrl(digit), keys, () -> choose(mode));
  }

  private void show(DeskJson.State state) {
    if (state == null) {
      return;
    }
    boolean free = model.now().isPresent();
    boolean cashier = state.bank() != null && state.bank().connection().equals("connected");
    boolean banked = cashier || connected.getValue();
    training.choose(state.training());
    live.choose(!state.training());
    training.setDisable(!free || model.busyProperty().get());
    live.setDisable(!free || model.busyProperty().get() || (state.training() && !banked));
    String key =
        !free
            ? "bank.mode.fixed"
            : !state.training()
                ? "bank.mode.is_live"
                : banked ? "bank.mode.is_training" : "bank.mode.not_yet";
    texts.bind(words.textProperty(), key);
  }

  private void show(Message message) {
    trouble.setVisible(message != null);
    if (message != null) {
      message.show(trouble, texts);
    }
  }

  private void choose(Mode target) {
    model.consider(
        target,
        waiting ->
            new Question(
                    "bank.mode." + word(target) + ".",
                    new Object[] {
                      sentence("bank.mode.here", waiting.here()),
                      sentence("bank.mode.there", waiting.there())
                    },
                    target == Mode.LIVE ? Material2RoundMZ.PAYMENTS : Material2RoundMZ.SCHOOL,
                    false)
                .ask(
                    texts,
                    context.navigator()::open,
                    context.navigator()::closeSheet,
                    () -> model.go(target)));
  }

  private StringBinding sentence(String key, int count) {
    return count == 0
        ? texts.of(key + ".none")
        : texts.ofCount(key, new SimpleIntegerProperty(count));
  }

  private static String word(Mode mode) {
    return mode == Mode.TEST ? "training" : "live";
  }
}
