package duken.desktop.refund;

import duken.api.InvoiceJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Everything after the form: the question, the waiting, the end. Large, with the sum in it. */
final class RefundNotice extends VBox {

  private final RefundViewModel model;
  private final Texts texts;
  private final FontIcon icon = Icons.of(Material2RoundMZ.UNDO, 72);
  private final Label title = new Label();
  private final Label words = new Label();
  private RefundStep step = RefundStep.FORM;

  RefundNotice(RefundViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    title.getStyleClass().add("notice-title");
    words.getStyleClass().add("notice-words");
    for (Label label : new Label[] {title, words}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
    }
    getStyleClass().add("refund-notice");
    setAlignment(Pos.CENTER);
    setSpacing(18);
    getChildren().addAll(icon, title, words);
    texts.languageProperty().addListener(_ -> paint());
    model.other().addListener(_ -> paint());
  }

  void show(RefundStep next) {
    step = next;
    paint();
  }

  private void paint() {
    tone().paint(this);
    icon.setIconCode(ikon());
    String sum = Sums.format(model.amount());
    title.setText(
        switch (step) {
          case FORM -> "";
          case OTHER -> texts.get("refund.other.title", Sums.format(model.other().get().amount()));
          case CONFIRM -> texts.get(word("confirm.title"), sum);
          case SENDING -> texts.get("refund.sending", sum);
          case SCAN -> texts.get("refund.scan.title", sum);
          case DONE -> texts.get(word("done.title"), sum);
          case UNDERWAY -> texts.get("refund.underway.title", sum);
          case REFUSED -> texts.get("refund.refused.title");
          case UNKNOWN -> texts.get("refund.unknown.title");
        });
    words.setText(
        switch (step) {
          case FORM -> "";
          case OTHER -> texts.get("refund.other." + otherState());
          case CONFIRM -> question();
          case SENDING -> texts.get("refund.sending.hint");
          case SCAN -> texts.get("refund.scan.hint");
          case DONE -> texts.get(word("done.hint"));
          case UNDERWAY -> texts.get("refund.underway.hint");
          case REFUSED ->
              texts.get("refund.refused.hint", Objects.toString(model.refusal().get(), ""));
          case UNKNOWN -> texts.get("refund.unknown.hint");
        });
  }

  /** What is only written down has words of its own. */
  private String word(String last) {
    return (model.form().byHand() ? "refund.hand." : "refund.") + last;
  }

  private String question() {
    InvoiceJson invoice = model.sale().invoice();
    List<String> lines = new ArrayList<>();
    String payer =
        invoice.customer().clientName() != null
            ? invoice.customer().clientName()
            : Phones.format(invoice.customer().clientPhone());
    if (model.form().byHand()) {
      return texts.get("refund.hand.confirm.hint", model.reason().get().strip());
    }
    lines.add(to(invoice, payer));
    if (!model.reason().get().isBlank()) {
      lines.add(texts.get("refund.confirm.reason", model.reason().get().strip()));
    }
    lines.add(texts.get("refund.confirm.warning"));
    return String.join("\n", lines);
  }

  /** Money goes back the way it came. */
  private String to(InvoiceJson invoice, String payer) {
    if ("card".equals(invoice.bank().paymentMethod())) {
      return invoice.bank().cardLast4() == null
          ? texts.get("refund.confirm.to.card")
          : texts.get("refund.confirm.to.card.known", invoice.bank().cardLast4());
    }
    return payer.isEmpty()
        ? texts.get("refund.confirm.to.unknown")
        : texts.get("refund.confirm.to", payer);
  }

  private String otherState() {
    return switch (model.other().get().state().status()) {
      case "completed", "failed" -> model.other().get().state().status();
      default -> RefundFollower.isInFlight(model.other().get()) ? "underway" : "unclear";
    };
  }

  private Tone otherTone() {
    return switch (otherState()) {
      case "completed" -> Tone.GOOD;
      case "failed" -> Tone.BAD;
      default -> Tone.CAREFUL;
    };
  }

  private Tone tone() {
    return switch (step) {
      case FORM, CONFIRM -> Tone.PLAIN;
      case OTHER -> otherTone();
      case SENDING, SCAN -> Tone.ACTIVE;
      case DONE -> Tone.GOOD;
      case UNDERWAY, UNKNOWN -> Tone.CAREFUL;
      case REFUSED -> Tone.BAD;
    };
  }

  private Ikon ikon() {
    return switch (step) {
      case FORM, CONFIRM -> Material2RoundMZ.UNDO;
      case SENDING, UNDERWAY -> Material2RoundAL.HOURGLASS_TOP;
      case OTHER ->
          switch (otherState()) {
            case "completed" -> Material2RoundAL.CHECK_CIRCLE;
            case "failed" -> Material2RoundAL.BLOCK;
            default -> Material2RoundAL.HOURGLASS_TOP;
          };
      case SCAN -> Material2RoundMZ.QR_CODE_SCANNER;
      case DONE -> Material2RoundAL.CHECK_CIRCLE;
      case REFUSED -> Material2RoundAL.BLOCK;
      case UNKNOWN -> Material2RoundAL.HELP_OUTLINE;
    };
  }
}
