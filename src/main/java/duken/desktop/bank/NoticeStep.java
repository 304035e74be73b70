package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The first step: what this provider is, in plain words, and an owner who accepts it. */
final class NoticeStep extends VBox {

  private final CheckBox accept = new CheckBox();

  NoticeStep(BankViewModel model, Texts texts, Hotkeys keys) {
    accept.setId("bank-accept");
    accept.setWrapText(true);
    accept.setMinHeight(Region.USE_PREF_SIZE);
    accept.getStyleClass().add("bank-accept");
    accept.selectedProperty().bindBidirectional(model.acceptedProperty());
    texts.bind(accept.textProperty(), "bank.notice.accept");
    StepButtons buttons = new StepButtons(model, texts, keys);
    KeyButton next =
        buttons.next("bank.action.next", Material2RoundAL.ARROW_FORWARD, model::accept);
    next.setId("bank-notice-next");
    next.disableProperty().bind(model.acceptedProperty().not());
    // The box has the focus, and Enter must not tick it: nobody accepts by pressing on.
    keys.on(Hotkeys.key(KeyCode.ENTER), () -> isVisible() && !model.acceptedProperty().get());
    setSpacing(9);
    getChildren()
        .addAll(
            new StepHead(texts, 1, "bank.notice.title"),
            point(texts, Material2RoundAL.INFO, "bank.notice.unofficial"),
            point(texts, Material2RoundAL.ACCESS_TIME, "bank.notice.may_stop"),
            point(texts, Material2RoundAL.GAVEL, "bank.notice.terms"),
            point(texts, Material2RoundMZ.PERSON_OUTLINE, "bank.notice.own"),
            point(texts, Material2RoundMZ.PHONELINK_LOCK, "bank.notice.one_device"),
            point(texts, Material2RoundMZ.PAN_TOOL, "bank.notice.challenge"),
            point(texts, Material2RoundMZ.VERIFIED_USER, "bank.notice.official"),
            accept,
            new FlowPane(10, 10, next, buttons.back()));
  }

  void takeFocus() {
    accept.requestFocus();
  }

  private static HBox point(Texts texts, Ikon ikon, String key) {
    FontIcon icon = Icons.of(ikon, 22);
    Label words = new WrappedLabel("notice-point");
    texts.bind(words.textProperty(), key);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox point = new HBox(12, icon, words);
    point.setAlignment(Pos.CENTER_LEFT);
    return point;
  }
}
