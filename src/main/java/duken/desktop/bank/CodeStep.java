package duken.desktop.bank;

import duken.desktop.kit.Countdown;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The third step: the code from the SMS. */
final class CodeStep extends VBox {

  private static final char PLACE = '_';

  private final BankViewModel model;
  private final Texts texts;
  private final DigitBox code;

  CodeStep(BankViewModel model, Texts texts, Hotkeys keys) {
    this.model = model;
    this.texts = texts;
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    texts.bind(caption.textProperty(), "bank.code.caption");
    code = new DigitBox(model.digits().codeProperty().map(CodeStep::spaced), "bank-code");
    Label bank = wrapping();
    bank.managedProperty().bind(bank.visibleProperty());
    bank.visibleProperty().bind(model.bankTextProperty().isNotEmpty());
    texts.bind(bank.textProperty(), "bank.says", model.bankTextProperty());
    Label hint = wrapping();
    texts.bind(hint.textProperty(), "bank.code.hint");
    hint.getStyleClass().add("muted");
    VBox entry = new VBox(10, caption, code, bank, hint);
    HBox.setHgrow(entry, Priority.ALWAYS);
    setSpacing(16);
    getChildren()
        .addAll(
            new StepHead(texts, 3, "bank.code.title"),
            new HBox(24, entry, new DigitPad(model::type, model::backspace)),
            buttons(keys));
  }

  private FlowPane buttons(Hotkeys keys) {
    BankTalk talk = model.talk();
    KeyButton enter =
        KeyButton.of(
                texts,
                "bank.action.enter",
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                model::enterCode)
            .styled("primary");
    enter.setId("bank-enter-code");
    talk.busyProperty()
        .subscribe(
            busy ->
                texts.bind(enter.captionProperty(), busy ? "bank.asking" : "bank.action.enter"));
    enter
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> talk.isBusy() || !model.digits().isCodeLong(),
                talk.busyProperty(),
                model.digits().codeProperty()));
    KeyButton resend =
        new KeyButton(Material2RoundMZ.SMS, Hotkeys.key(KeyCode.F5), model::resend)
            .wire(keys, Hotkeys.key(KeyCode.F5));
    resend.setId("bank-resend");
    resend
        .captionProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  long wait = talk.smsWaitProperty().get();
                  return wait > 0
                      ? texts.get("bank.action.resend.wait", Countdown.text(wait))
                      : texts.get("bank.action.resend");
                },
                talk.smsWaitProperty(),
                texts.languageProperty()));
    resend.disableProperty().bind(talk.busyProperty().or(talk.smsWaitProperty().greaterThan(0)));
    KeyButton other =
        KeyButton.of(
                texts,
                "bank.action.other_number",
                Material2RoundMZ.SMARTPHONE,
                Hotkeys.key(KeyCode.F4),
                keys,
                model::otherNumber)
            .styled("quiet");
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), model::back)
            .captioned(texts, "bank.action.back")
            .styled("quiet");
    return new FlowPane(10, 10, enter, resend, other, back);
  }

  void takeFocus() {
    code.requestFocus();
  }

  /** {@code 1 2 _ _}: the places of a short code, and more once more is typed. */
  static String spaced(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(TypedDigits.SHORTEST_CODE, digits.length()); i++) {
      text.append(i == 0 ? "" : "\u00a0\u00a0")
          .append(i < digits.length() ? digits.charAt(i) : PLACE);
    }
    return text.toString();
  }

  private static Label wrapping() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("section-words");
    return label;
  }
}
