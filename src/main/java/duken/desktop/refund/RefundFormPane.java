package duken.desktop.refund;

import duken.api.InvoiceJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.PaymentMethod;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.format.Sums;
import duken.desktop.refund.RefundForm.Check;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How much and why. */
final class RefundFormPane extends VBox {

  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final String[] REASONS = {"defect", "mistake", "mind", "missing_goods"};
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final RefundViewModel model;
  private final Texts texts;
  private final TextField sum = new SumField();
  private final TextField reason = new TextField();
  private final Label check = new Label();
  private final Label missing = new WrappedLabel("refund-check");

  RefundFormPane(RefundViewModel model, Texts texts, Hotkeys keys) {
    this.model = model;
    this.texts = texts;
    setSpacing(10);
    sum.setId("refund-sum");
    sum.getStyleClass().add("sum-field");
    sum.textProperty().bindBidirectional(model.sum());
    sum.setEditable(model.form().partial());
    reason.setId("refund-reason");
    reason.getStyleClass().add("big-field");
    reason.textProperty().bindBidirectional(model.reason());
    texts.bind(reason.promptTextProperty(), "refund.reason.prompt");
    check.getStyleClass().add("refund-check");
    check.setWrapText(true);
    check.setMinHeight(28);
    check
        .textProperty()
        .bind(Bindings.createStringBinding(this::words, model.check(), texts.languageProperty()));
    model.check().subscribe(now -> pseudo(now instanceof Check.Wrong));
    missing.setId("refund-reason-missing");
    missing.pseudoClassStateChanged(FAULT, true);
    texts.bind(missing.textProperty(), "refund.reason.missing");
    missing.visibleProperty().bind(model.reasonMissed());
    missing.managedProperty().bind(missing.visibleProperty());
    model.reasonMissed().subscribe(this::askForReason);
    HBox amount = new HBox(10, sum);
    HBox.setHgrow(sum, Priority.ALWAYS);
    amount.setAlignment(Pos.CENTER_LEFT);
    if (model.form().partial()) {
      amount
          .getChildren()
          .add(
              ChoiceButton.of(
                  texts, "refund.amount.all", Hotkeys.alt(KeyCode.DIGIT0), keys, this::fillAll));
    }
    getChildren()
        .addAll(
            figures(),
            label("refund.amount.label"),
            amount,
            check,
            reasonLabel(),
            reasons(keys),
            reason,
            missing);
  }

  /** Stands in the sum, all of it marked: what is typed replaces it. */
  void takeFocus() {
    if (model.form().partial()) {
      sum.requestFocus();
      sum.selectAll();
    } else {
      reason.requestFocus();
    }
  }

  private void askForReason(boolean missed) {
    reason.pseudoClassStateChanged(FAULT, missed);
    if (missed) {
      reason.requestFocus();
    }
  }

  private HBox figures() {
    return new HBox(
        40,
        figure("refund.paid", Sums.format(model.sale().invoice().terms().amount())),
        figure("refund.returned", Sums.format(model.sale().invoice().refunded().totalRefunded())),
        figure("refund.left", Sums.format(model.form().left())),
        method());
  }

  /** How it was paid is where it goes back to. */
  private VBox method() {
    InvoiceJson invoice = model.sale().invoice();
    String method = PaymentMethod.of(texts, invoice);
    VBox figure =
        figure(
            "refund.method",
            method.isEmpty() ? texts.get("history.kind." + invoice.state().type()) : method);
    figure.setId("refund-method");
    return figure;
  }

  private VBox figure(String textKey, String value) {
    Label figure = new Label(value);
    figure.getStyleClass().add("figure");
    return new VBox(label(textKey), figure);
  }

  private Label reasonLabel() {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        model.reasonNeeded().get() || model.form().byHand()
                            ? "refund.reason.label.needed"
                            : "refund.reason.label"),
                model.reasonNeeded(),
                texts.languageProperty()));
    return label;
  }

  private Label label(String textKey) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    texts.bind(label.textProperty(), textKey);
    return label;
  }

  private FlowPane reasons(Hotkeys keys) {
    FlowPane row = new FlowPane(8, 8);
    for (int i = 0; i < REASONS.length; i++) {
      String key = "refund.reason." + REASONS[i];
      row.getChildren()
          .add(
              ChoiceButton.of(
                  texts,
                  key,
                  Hotkeys.alt(DIGITS[i]),
                  keys,
                  () -> model.reason().set(texts.get(key))));
    }
    return row;
  }

  private void fillAll() {
    model.all();
    sum.requestFocus();
    sum.end();
  }

  private String words() {
    return switch (model.check().get()) {
      case Check.Wrong wrong -> texts.get(wrong.textKey(), wrong.values().toArray());
      case Check.Good _ when !model.form().partial() -> texts.get("refund.amount.whole_only");
      case Check.Good good when good.after().isZero() -> texts.get("refund.amount.after.nothing");
      case Check.Good good -> texts.get("refund.amount.after", Sums.format(good.after()));
    };
  }

  private void pseudo(boolean wrong) {
    check.pseudoClassStateChanged(FAULT, wrong);
    sum.pseudoClassStateChanged(FAULT, wrong);
  }
}
