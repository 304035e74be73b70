package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How the shop's scales fill their labels: which prefixes, how long a code, what is behind it. */
final class ScalesSheet {

  private static final double WIDTH = 820;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT0,
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7,
    KeyCode.DIGIT8,
    KeyCode.DIGIT9
  };
  private static final int FIRST = 20;
  private static final int[] LENGTHS = {4, 5, 6};

  private final DeskContext context;
  private final Texts texts;
  private final Label said = new WrappedLabel("outcome");
  private final Set<String> prefixes = new TreeSet<>();
  private int codeDigits;
  private String content;

  ScalesSheet(DeskContext context) {
    this.context = context;
    this.texts = context.texts();
  }

  /** Asks the engine how it is now and shows that. */
  void open(Runnable closed) {
    context
        .background()
        .ask(
            () -> context.engine().goods().scales(),
            now -> show(now, closed),
            failure -> context.navigator().say(Message.of(failure)));
  }

  private void show(GoodsJson.Scales now, Runnable closed) {
    prefixes.addAll(now.prefixes());
    codeDigits = now.codeDigits();
    content = now.content();
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("goods.scales.title"), body, WIDTH);
    Hotkeys keys = sheet.keys();
    body.getChildren()
        .addAll(
            words("goods.scales.hint"),
            words("goods.scales.prefixes"),
            prefixes(keys),
            words("goods.scales.digits"),
            lengths(keys),
            words("goods.scales.content"),
            contents(keys),
            said);
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(texts, "goods.save")
            .wire(keys, Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("goods-scales-save");
    context.navigator().open(sheet.with(no, save).onClosed(closed));
  }

  private Label words(String key) {
    Label words = new WrappedLabel("sheet-words");
    texts.bind(words.textProperty(), key);
    return words;
  }

  private Node prefixes(Hotkeys keys) {
    FlowPane row = new FlowPane(6, 6);
    for (int i = 0; i < DIGITS.length; i++) {
      String prefix = String.valueOf(FIRST + i);
      ChoiceButton[] button = new ChoiceButton[1];
      button[0] =
          new ChoiceButton(
              prefix,
              Hotkeys.ctrl(DIGITS[i]),
              keys,
              () -> {
                if (!prefixes.remove(prefix)) {
                  prefixes.add(prefix);
                }
                button[0].choose(prefixes.contains(prefix));
              });
      button[0].setId("goods-prefix-" + prefix);
      button[0].choose(prefixes.contains(prefix));
      row.getChildren().add(button[0]);
    }
    return row;
  }

  private Node lengths(Hotkeys keys) {
    FlowPane row = new FlowPane(6, 6);
    ChoiceButton[] buttons = new ChoiceButton[LENGTHS.length];
    for (int i = 0; i < LENGTHS.length; i++) {
      int length = LENGTHS[i];
      int at = i;
      buttons[i] =
          new ChoiceButton(
              String.valueOf(length),
              Hotkeys.alt(DIGITS[length]),
              keys,
              () -> {
                codeDigits = length;
                choose(buttons, at);
              });
      buttons[i].setId("goods-digits-" + length);
      buttons[i].choose(length == codeDigits);
      row.getChildren().add(buttons[i]);
    }
    return row;
  }

  private Node contents(Hotkeys keys) {
    FlowPane row = new FlowPane(6, 6);
    String[] all = {"grams", "tenge"};
    KeyCode[] codes = {KeyCode.G, KeyCode.T};
    ChoiceButton[] buttons = new ChoiceButton[all.length];
    for (int i = 0; i < all.length; i++) {
      int at = i;
      buttons[i] =
          ChoiceButton.of(
              texts,
              "goods.scales." + all[i],
              Hotkeys.alt(codes[i]),
              keys,
              () -> {
                content = all[at];
                choose(buttons, at);
              });
      buttons[i].setId("goods-content-" + all[i]);
      buttons[i].choose(all[i].equals(content));
      row.getChildren().add(buttons[i]);
    }
    return row;
  }

  private static void choose(ChoiceButton[] buttons, int at) {
    for (int i = 0; i < buttons.length; i++) {
      buttons[i].choose(i == at);
    }
  }

  private void save() {
    GoodsJson.Scales wanted = new GoodsJson.Scales(prefixes.stream().toList(), codeDigits, content);
    context
        .background()
        .tell(
            () -> context.engine().goods().changeScales(wanted),
            () -> {
              context.navigator().closeSheet();
              context.navigator().say(Message.of(Tone.GOOD, "goods.scales.saved"));
            },
            failure -> Message.of(failure).show(said, texts));
  }
}
