package duken.desktop.firstrun;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/** The language; it changes at once. */
final class LanguagePage implements QuestionPage {

  private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};

  private final Hotkeys keys = new Hotkeys();
  private final FlowPane node = new FlowPane(10, 10);

  LanguagePage(Texts texts) {
    Map<Language, ChoiceButton> buttons = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      ChoiceButton button =
          new ChoiceButton(
              language.ownName(),
              Hotkeys.ctrl(DIGITS[language.ordinal()]),
              keys,
              () -> texts.speak(language));
      buttons.put(language, button);
      node.getChildren().add(button);
    }
    texts
        .languageProperty()
        .subscribe(now -> buttons.forEach((each, button) -> button.choose(each == now)));
    node.setFocusTraversable(true);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    node.requestFocus();
  }
}
