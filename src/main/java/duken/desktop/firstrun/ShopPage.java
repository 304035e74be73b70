package duken.desktop.firstrun;

import duken.desktop.kit.Hotkeys;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** The shop's name. */
final class ShopPage implements QuestionPage {

  private final Hotkeys keys = new Hotkeys();
  private final LabeledField field;

  ShopPage(Texts texts, FirstRunModel model) {
    TextField input = new TextField();
    input.setId("first-run-shop");
    field = new LabeledField(texts, "shop.name", input, model.shop().name(), model.shop().wrong());
  }

  @Override
  public Node node() {
    return field;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    field.takeFocus();
  }
}
