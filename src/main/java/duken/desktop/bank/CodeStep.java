package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.task.Countdown;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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
    code = new DigitBox(model.digits().codeProperty().map(CodeStep::spaced), "bank-code");
    Label bank = new WrappedLabel("section-words");
    bank.managedProperty().bind(bank.visibleProperty());
    bank.visibleProperty().bind(model.bankTextProperty().isNotEmpty());
    texts.bind(bank.textProperty(), "bank.says", model.bankTextProperty());
    Label hint = new WrappedLabel("section-words", "muted");
    model
        .digits()
        .faultProperty()
        .subscribe(
            fault -> {
              texts.bind(hint.textProperty(), fault == null ? "bank.code.hint" : fault);
              (fault == null ? Tone.QUIET : Tone.BAD).paint(hint);
            });
    setSpacing(16);
    getChildren()
        .addAll(
            new StepHead(texts, 3, "bank.code.title"),
            new DigitEntry(model, texts, "bank.code.caption", code, bank, hint),
            buttons(keys));
  }

  private FlowPane buttons(Hotkeys keys) {
    BankSignInState signIn = model.talk();
    StepButtons buttons = new StepButtons(model, texts, keys);
    KeyButton enter = buttons.ask("bank.action.enter", Material2RoundAL.CHECK, model::enterCode);
    enter.setId("bank-enter-code");
    enter
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> signIn.isBusy() || !model.digits().isCodeLong(),
                signIn.busyProperty(),
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
                  long wait = signIn.smsWaitProperty().get();
                  return wait > 0
                      ? texts.get("bank.action.resend.wait", Countdown.text(wait))
                      : texts.get("bank.action.resend");
                },
                signIn.smsWaitProperty(),
                texts.languageProperty()));
    resend
        .disableProperty()
        .bind(signIn.busyProperty().or(signIn.smsWaitProperty().greaterThan(0)));
    KeyButton other =
        buttons.quiet(
            "bank.action.other_number",
            Material2RoundMZ.SMARTPHONE,
            KeyCode.F4,
            model::otherNumber);
    return new FlowPane(10, 10, enter, resend, other, buttons.back());
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
}
