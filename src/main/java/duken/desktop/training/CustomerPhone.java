package duken.desktop.training;

import duken.api.DeskJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** The customer's phone in training: does what a customer would, through the practice bank. */
public final class CustomerPhone extends VBox {

  private final DeskContext context;
  private final Map<CustomerAct, KeyButton> buttons = new EnumMap<>(CustomerAct.class);
  private final FontIcon icon = Icons.of(SaleState.WAITING.icon(), 44);
  private final Label screen = new Label();
  private final Label sum = new Label();
  private final Label trouble = new Label();
  private long invoiceId;

  /** The practice bank as a whole is silent, whatever is paid. */
  private boolean silent;

  private DeskJson.Sale sale;

  /** A phone with no bill on it yet. */
  public CustomerPhone(DeskContext context, Hotkeys keys) {
    this.context = context;
    Label title = new Label();
    title.getStyleClass().add("card-title");
    context.texts().bind(title.textProperty(), "training.title");
    sum.getStyleClass().add("phone-screen-sum");
    screen.getStyleClass().add("phone-screen-word");
    screen.setWrapText(true);
    screen.setTextAlignment(TextAlignment.CENTER);
    VBox glass = new VBox(6, icon, sum, screen);
    glass.setAlignment(Pos.CENTER);
    glass.getStyleClass().add("phone-screen");
    VBox.setVgrow(glass, Priority.ALWAYS);
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    getStyleClass().addAll("card", "customer-phone");
    setSpacing(5);
    getChildren().addAll(title, glass, trouble);
    int number = 1;
    for (CustomerAct act : CustomerAct.values()) {
      KeyCode code = KeyCode.valueOf("DIGIT" + number++);
      KeyButton button =
          KeyButton.of(
                  context.texts(),
                  act.textKey(),
                  act.icon(),
                  Hotkeys.ctrl(code),
                  keys,
                  () -> play(act))
              .styled("slim")
              .iconSize(20);
      buttons.put(act, button);
      getChildren().add(button);
    }
    buttons.get(CustomerAct.PAY).styled("primary");
  }

  public void show(DeskJson.Sale next) {
    if (next.invoice().id() != invoiceId) {
      invoiceId = next.invoice().id();
      trouble.setText("");
    }
    sale = next;
    show();
  }

  private void show() {
    SaleState state = SaleState.of(sale);
    sum.setText(Sums.format(sale.invoice().terms().amount()));
    icon.setIconCode(state.icon());
    state.tone().paint(icon);
    context
        .texts()
        .bind(screen.textProperty(), "training.screen." + state.name().toLowerCase(Locale.ROOT));
    buttons.forEach((act, button) -> button.setDisable(!act.isPossible(state)));
    KeyButton silence = buttons.get(CustomerAct.SILENCE);
    context
        .texts()
        .bind(silence.captionProperty(), silent ? "training.speak" : CustomerAct.SILENCE.textKey());
  }

  private void play(CustomerAct act) {
    String word = act == CustomerAct.SILENCE && silent ? "speak" : act.word();
    long id = invoiceId;
    trouble.textProperty().unbind();
    trouble.setText("");
    context
        .background()
        .tell(
            () -> context.engine().sales().train(id, word),
            () -> {
              if (id == invoiceId && act == CustomerAct.SILENCE) {
                silent = !silent;
                show();
              }
            },
            failure -> {
              Message.of(failure).show(trouble, context.texts());
              Tone.CAREFUL.paint(trouble);
            });
  }
}
