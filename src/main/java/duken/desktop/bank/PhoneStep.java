package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.TypedPhone;
import duken.desktop.kit.task.Countdown;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The second step: the cashier's own phone number, and asking the bank for the SMS. */
final class PhoneStep extends VBox {

  private final DigitBox number;

  PhoneStep(BankViewModel model, Texts texts, Hotkeys keys) {
    BankSignInState signIn = model.talk();
    number = new DigitBox(model.digits().phoneProperty().map(TypedPhone::shown), "bank-phone");
    Label hint = new WrappedLabel("section-words");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> hint(model, texts),
                signIn.smsWaitProperty(),
                model.digits().faultProperty(),
                texts.languageProperty()));
    model
        .digits()
        .faultProperty()
        .subscribe(fault -> (fault == null ? Tone.PLAIN : Tone.BAD).paint(hint));
    StepButtons buttons = new StepButtons(model, texts, keys);
    KeyButton send = buttons.ask("bank.action.send_code", Material2RoundMZ.SMS, model::sendCode);
    send.setId("bank-send-code");
    send.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    signIn.isBusy()
                        || !model.digits().isPhoneWhole()
                        || signIn.smsWaitProperty().get() > 0,
                signIn.busyProperty(),
                model.digits().phoneProperty(),
                model.digits().blockedProperty(),
                signIn.smsWaitProperty()));
    KeyButton notice =
        buttons.quiet("bank.action.notice", Material2RoundAL.INFO, KeyCode.F3, model::readNotice);
    setSpacing(16);
    getChildren()
        .addAll(
            new StepHead(texts, 2, "bank.phone.title"),
            new DigitEntry(model, texts, "bank.phone.caption", number, hint),
            new FlowPane(10, 10, send, buttons.back(), notice));
  }

  private static String hint(BankViewModel model, Texts texts) {
    String fault = model.digits().faultProperty().get();
    long wait = model.talk().smsWaitProperty().get();
    if (fault != null) {
      return texts.get(fault);
    }
    return wait > 0
        ? texts.get("bank.sms.wait", Countdown.text(wait))
        : texts.get("bank.phone.hint");
  }

  void takeFocus() {
    number.requestFocus();
  }
}
