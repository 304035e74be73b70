package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the shop chooses about cash. */
public final class CashPane extends VBox {

  private final CashDesk desk;

  /**
   * Choices over {@code desk}.
   *
   * @param keys where their keys go
   */
  public CashPane(DeskContext context, CashDesk desk, Hotkeys keys) {
    super(12);
    this.desk = desk;
    ChoiceButton on =
        choice(
            context,
            keys,
            "on",
            KeyCode.DIGIT0,
            it -> new CashJson.Settings(!it.enabled(), it.blindCount(), it.told()));
    ChoiceButton blind =
        choice(
            context,
            keys,
            "blind",
            KeyCode.MINUS,
            it -> new CashJson.Settings(it.enabled(), !it.blindCount(), it.told()));
    ChoiceButton told =
        choice(
            context,
            keys,
            "told",
            KeyCode.EQUALS,
            it -> new CashJson.Settings(it.enabled(), it.blindCount(), !it.told()));
    blind.disableProperty().bind(desk.on().not());
    told.disableProperty().bind(desk.on().not());
    desk.standing()
        .subscribe(
            now -> {
              on.choose(now.settings().enabled());
              blind.choose(now.settings().blindCount());
              told.choose(now.settings().told());
            });
    Label title = new WrappedLabel("card-title");
    context.texts().bind(title.textProperty(), "cash.setting.title");
    Label hint = new WrappedLabel("section-words");
    context.texts().bind(hint.textProperty(), "cash.setting.hint");
    getChildren().addAll(title, hint, new FlowPane(10, 10, on, blind, told));
  }

  private ChoiceButton choice(
      DeskContext context,
      Hotkeys keys,
      String word,
      KeyCode key,
      UnaryOperator<CashJson.Settings> change) {
    ChoiceButton button =
        ChoiceButton.of(
            context.texts(),
            "cash.setting." + word,
            Hotkeys.ctrl(key),
            keys,
            () -> desk.change(change.apply(desk.standing().get().settings())));
    button.setId("cash-setting-" + word);
    return button;
  }
}
