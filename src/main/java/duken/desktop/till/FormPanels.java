package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.DeskContext;
import duken.desktop.till.cash.CashKeys;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * What can be done with the amount, or the phone, or the note: all in the same place, so that
 * nothing moves when one takes the place of another.
 */
final class FormPanels extends StackPane {

  private final SaleForm form;
  private final DeskContext context;
  private final Hotkeys keys;
  private final TextField comment = new TextField();

  FormPanels(SaleForm form, DeskContext context, Hotkeys keys) {
    this.form = form;
    this.context = context;
    this.keys = keys;
    VBox actions = actions();
    VBox phone = new PhonePanel(form, context, keys);
    VBox note = note();
    getChildren().addAll(actions, phone, note);
    form.stepProperty()
        .subscribe(
            step -> {
              actions.setVisible(step == SaleForm.Step.AMOUNT);
              phone.setVisible(step == SaleForm.Step.PHONE);
              note.setVisible(step == SaleForm.Step.NOTE);
              if (step == SaleForm.Step.NOTE) {
                comment.requestFocus();
              }
            });
  }

  private VBox actions() {
    WayButtons ways = new WayButtons(form, context, keys);
    KeyButton note = button("till.note", Material2RoundAL.COMMENT, KeyCode.F4, form::askNote);
    KeyButton clear =
        button("till.clear", Material2RoundAL.CLOSE, KeyCode.ESCAPE, form::back).styled("quiet");
    BankNeeded bank = new BankNeeded(context, keys);
    context.feed().stateProperty().subscribe(state -> ways.show(!bank.show(state)));
    context.counter().subscribe(_ -> ways.show(!bank.isVisible()));
    VBox.setVgrow(ways, Priority.ALWAYS);
    VBox box = new VBox(8, bank, ways, new CashKeys(form, context, keys), note, clear);
    box.setFillWidth(true);
    return box;
  }

  private VBox note() {
    TextField order = new TextField();
    comment.textProperty().bindBidirectional(form.commentProperty());
    order.textProperty().bindBidirectional(form.orderProperty());
    comment.setId("till-comment");
    order.setId("till-order");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    KeyButton done =
        button("till.note.done", Material2RoundAL.CHECK, KeyCode.ENTER, form::back)
            .styled("primary");
    KeyButton back =
        button("till.back", Material2RoundAL.ARROW_BACK, KeyCode.ESCAPE, form::back)
            .styled("quiet");
    VBox fields = new VBox(6, label("till.comment"), comment, label("till.order"), order);
    for (TextField field : new TextField[] {comment, order}) {
      field.getStyleClass().add("big-field");
    }
    VBox box = new VBox(8, fields, gap, done, back);
    return box;
  }

  private KeyButton button(
      String textKey, org.kordamp.ikonli.Ikon icon, KeyCode code, Runnable action) {
    return KeyButton.of(context.texts(), textKey, icon, Hotkeys.key(code), keys, action);
  }

  private Label label(String textKey) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    context.texts().bind(label.textProperty(), textKey);
    return label;
  }
}
