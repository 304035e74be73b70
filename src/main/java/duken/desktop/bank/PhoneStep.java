package duken.desktop.bank;

import duken.desktop.kit.Countdown;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Phones;
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

/** The second step: the cashier's own phone number, and asking the bank for the SMS. */
final class PhoneStep extends VBox {

  private final DigitBox number;

  PhoneStep(BankViewModel model, Texts texts, Hotkeys keys) {
    BankTalk talk = model.talk();
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    texts.bind(caption.textProperty(), "bank.phone.caption");
    number = new DigitBox(model.digits().phoneProperty().map(Phones::mask), "bank-phone");
    Label hint = new Label();
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().add("section-words");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    talk.smsWaitProperty().get() > 0
                        ? texts.get("bank.sms.wait", Countdown.text(talk.smsWaitProperty().get()))
                        : texts.get("bank.phone.hint"),
                talk.smsWaitProperty(),
                texts.languageProperty()));
    VBox entry = new VBox(10, caption, number, hint);
    HBox.setHgrow(entry, Priority.ALWAYS);
    HBox middle = new HBox(24, entry, new DigitPad(model::type, model::backspace));

    KeyButton send =
        KeyButton.of(
                texts,
                "bank.action.send_code",
                Material2RoundMZ.SMS,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                model::sendCode)
            .styled("primary");
    send.setId("bank-send-code");
    talk.busyProperty()
        .subscribe(
            busy ->
                texts.bind(send.captionProperty(), busy ? "bank.asking" : "bank.action.send_code"));
    send.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    talk.isBusy()
                        || !model.digits().isPhoneWhole()
                        || talk.smsWaitProperty().get() > 0,
                talk.busyProperty(),
                model.digits().phoneProperty(),
                talk.smsWaitProperty()));
    KeyButton notice =
        KeyButton.of(
                texts,
                "bank.action.notice",
                Material2RoundAL.INFO,
                Hotkeys.key(KeyCode.F3),
                keys,
                model::readNotice)
            .styled("quiet");
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), model::back)
            .captioned(texts, "bank.action.back")
            .styled("quiet");
    setSpacing(16);
    getChildren()
        .addAll(
            new StepHead(texts, 2, "bank.phone.title"),
            middle,
            new FlowPane(10, 10, send, back, notice));
  }

  void takeFocus() {
    number.requestFocus();
  }
}
