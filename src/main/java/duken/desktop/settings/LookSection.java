package duken.desktop.settings;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Theme;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Language;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Language, theme and size; all change at once. */
final class LookSection extends SectionPane {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
  };

  private static final int[] SIZES = {100, 125, 150, 175, 200};
  private static final KeyCode[] SIZE_KEYS = {
    KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F10, KeyCode.F12
  };

  private final DeskContext context;

  LookSection(DeskContext context) {
    super("look", context.texts());
    this.context = context;
    getChildren()
        .addAll(
            words("look.hint"),
            heading("look.language"),
            languages(),
            heading("look.theme"),
            themes(),
            heading("look.size"),
            words("look.size.hint"),
            sizes());
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.LANGUAGE;
  }

  @Override
  public void shown() {
    requestFocus();
  }

  private FlowPane languages() {
    Map<Language, ChoiceButton> buttons = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      buttons.put(
          language,
          new ChoiceButton(
              language.ownName(),
              Hotkeys.ctrl(DIGITS[language.ordinal()]),
              keys(),
              () -> context.texts().speak(language)));
    }
    context
        .texts()
        .languageProperty()
        .subscribe(now -> buttons.forEach((each, button) -> button.choose(each == now)));
    return new FlowPane(10, 10, buttons.values().toArray(ChoiceButton[]::new));
  }

  private FlowPane sizes() {
    Map<Integer, ChoiceButton> buttons = new LinkedHashMap<>();
    for (int i = 0; i < SIZES.length; i++) {
      int percent = SIZES[i];
      buttons.put(
          percent,
          new ChoiceButton(
              percent + " %",
              Hotkeys.key(SIZE_KEYS[i]),
              keys(),
              () -> context.counter().set(context.counter().get().sized(percent))));
    }
    context
        .counter()
        .subscribe(now -> buttons.forEach((it, b) -> b.choose(it == now.textPercent())));
    return new FlowPane(10, 10, buttons.values().toArray(ChoiceButton[]::new));
  }

  private FlowPane themes() {
    Map<Theme, ChoiceButton> buttons = new EnumMap<>(Theme.class);
    int first = Language.values().length;
    for (Theme theme : Theme.values()) {
      buttons.put(
          theme,
          ChoiceButton.of(
              context.texts(),
              "settings.look.theme." + theme.word(),
              Hotkeys.ctrl(DIGITS[first + theme.ordinal()]),
              keys(),
              () -> context.theme().set(theme)));
    }
    context.theme().subscribe(now -> buttons.forEach((each, button) -> button.choose(each == now)));
    return new FlowPane(10, 10, buttons.values().toArray(ChoiceButton[]::new));
  }
}
