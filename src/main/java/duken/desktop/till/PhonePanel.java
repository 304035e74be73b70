package duken.desktop.till;

import duken.api.DeskJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.TypedPhone;
import duken.desktop.shell.DeskContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The payer's phone number, whose it is, and sending the bill. */
final class PhonePanel extends VBox {

  private final SaleForm form;
  private final DeskContext context;
  private final Label owner = new Label();
  private final FontIcon ownerIcon = Icons.of(Material2RoundMZ.PERSON_OUTLINE, 26);
  private final KeyButton send;

  PhonePanel(SaleForm form, DeskContext context, Hotkeys keys) {
    this.form = form;
    this.context = context;
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    context.texts().bind(caption.textProperty(), "till.phone.caption");
    Label number = new Label();
    number.getStyleClass().addAll("phone-number", "typing-box");
    number.setMaxWidth(Double.MAX_VALUE);
    number.textProperty().bind(form.payer().numberProperty().map(TypedPhone::shown));
    owner.setGraphic(ownerIcon);
    owner.getStyleClass().add("payer");
    owner.setWrapText(true);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    send =
        KeyButton.of(
                context.texts(),
                "till.phone.send",
                Material2RoundMZ.SMARTPHONE,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                form::sendBill)
            .styled("primary", "large");
    KeyButton back =
        KeyButton.of(
                context.texts(),
                "till.back",
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                keys,
                form::back)
            .styled("quiet");
    setSpacing(8);
    getChildren().addAll(caption, number, owner, gap, send, back);
    form.payer().stageProperty().subscribe(_ -> show());
    form.payer().numberProperty().subscribe(_ -> show());
    form.busyProperty().subscribe(_ -> show());
    form.guard.earlierProperty().subscribe(_ -> show());
    form.trouble.stateProperty().subscribe(_ -> show());
  }

  private void show() {
    PayerLookup payer = form.payer();
    send.setDisable(form.busyProperty().get() || !payer.isReady());
    DeskJson.Sale earlier = form.guard.earlierProperty().get();
    context.texts().bind(send.captionProperty(), caption(earlier != null));
    if (earlier != null) {
      asks(earlier);
      return;
    }
    switch (payer.stageProperty().get()) {
      case TYPING -> typing(payer.numberProperty().get().fault());
      case ASKING -> say(Tone.WAITING, "till.payer.asking");
      case KNOWN -> {
        owner.textProperty().bind(payer.nameProperty());
        Tone.GOOD.paint(owner);
      }
      case UNKNOWN -> say(Tone.PLAIN, "till.payer.unknown");
    }
  }

  private String caption(boolean asks) {
    if (form.busyProperty().get()) {
      return "till.phone.sending";
    }
    if (form.trouble.isUnsure()) {
      return "till.qr.check";
    }
    return asks ? "till.earlier.yes" : "till.phone.send";
  }

  /** The earlier bill with its state as it is now: whoever sees "paid" sends no second one. */
  private void asks(DeskJson.Sale earlier) {
    owner
        .textProperty()
        .bind(
            context
                .texts()
                .of(
                    "till.earlier",
                    context.moments().time(earlier.invoice().outcome().createdAt()),
                    context.texts().of(SaleState.of(earlier).textKey())));
    Tone.CAREFUL.paint(owner);
  }

  private void typing(String fault) {
    if (fault == null) {
      say(Tone.QUIET, "till.payer.typing");
    } else {
      say(Tone.BAD, fault);
    }
  }

  private void say(Tone tone, String key) {
    context.texts().bind(owner.textProperty(), key);
    tone.paint(owner);
  }
}
