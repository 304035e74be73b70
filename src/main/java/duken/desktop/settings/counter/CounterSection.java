package duken.desktop.settings.counter;

import duken.desktop.cash.CashDesk;
import duken.desktop.cash.CashPane;
import duken.desktop.customer.Displays;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.Counter;
import duken.desktop.shell.Counter.UsualWay;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Language;
import duken.domain.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How this counter sells: what Enter does, what is heard, what the customer sees. */
public final class CounterSection extends SectionPane {

  private static final Money SAMPLE = Money.ofTenge(15_000);
  private static final int STEP = 10;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
  };
  private static final KeyCode[] DISPLAY_KEYS = {KeyCode.F3, KeyCode.F4, KeyCode.F10, KeyCode.F12};
  private static final KeyCode[] LANGUAGE_KEYS = {KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};

  private final DeskContext context;
  private final CashDesk cash;
  private final Displays displays;
  private final FlowPane monitors = new FlowPane(10, 10);
  private final List<Hotkeys> monitorKeys = new ArrayList<>();
  private final InvalidationListener plugged = _ -> showMonitors();

  /** The section of this window. */
  public CounterSection(DeskContext context) {
    super("counter", context.texts());
    this.context = context;
    cash = new CashDesk(context);
    displays = context.thisComputer().displays();
    getChildren()
        .addAll(
            heading("counter.enter"),
            ways(),
            new CashPane(context, cash, keys()),
            heading("counter.sound"),
            words("counter.sound.hint"),
            sounds(),
            heading("counter.customer"),
            words("counter.customer.hint"),
            monitors,
            languages(),
            new LogoPane(context, keys()));
    keys().firstOf(() -> monitorKeys.isEmpty() ? null : monitorKeys.getFirst());
    displays.onChange(plugged);
    showMonitors();
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.POINT_OF_SALE;
  }

  @Override
  public void shown() {
    cash.refresh();
    showMonitors();
    requestFocus();
  }

  private FlowPane ways() {
    Map<UsualWay, ChoiceButton> buttons = new EnumMap<>(UsualWay.class);
    for (UsualWay way : UsualWay.values()) {
      buttons.put(
          way,
          ChoiceButton.of(
              context.texts(),
              "settings.counter.enter." + way.word(),
              Hotkeys.ctrl(DIGITS[way.ordinal()]),
              keys(),
              () -> change(now -> now.usually(way))));
    }
    context
        .counter()
        .subscribe(now -> buttons.forEach((way, it) -> it.choose(way == now.usualWay())));
    return new FlowPane(10, 10, buttons.values().toArray(ChoiceButton[]::new));
  }

  private FlowPane sounds() {
    ChoiceButton on =
        choice(
            "sound.on",
            DIGITS[3],
            now -> now.heard(!now.sound(), now.volume(), now.soundInTraining()));
    ChoiceButton training =
        choice(
            "sound.training",
            DIGITS[4],
            now -> now.heard(now.sound(), now.volume(), !now.soundInTraining()));
    KeyButton softer = volume("softer", Material2RoundMZ.VOLUME_DOWN, KeyCode.PAGE_DOWN, -STEP);
    KeyButton louder = volume("louder", Material2RoundMZ.VOLUME_UP, KeyCode.PAGE_UP, STEP);
    KeyButton listen =
        KeyButton.of(
            context.texts(),
            "settings.counter.sound.listen",
            Material2RoundMZ.PLAY_ARROW,
            Hotkeys.key(KeyCode.F5),
            keys(),
            this::listen);
    listen.setId("counter-listen");
    listen.setMinWidth(USE_PREF_SIZE);
    context
        .counter()
        .subscribe(
            now -> {
              on.choose(now.sound());
              training.choose(now.soundInTraining());
              listen.captioned(context.texts(), "settings.counter.sound.listen", now.volume());
            });
    return new FlowPane(10, 10, on, training, softer, louder, listen);
  }

  private void listen() {
    context
        .thisComputer()
        .sound()
        .paid(SAMPLE, context.texts().language(), context.counter().get().volume());
  }

  private KeyButton volume(String word, Ikon icon, KeyCode key, int step) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "settings.counter.sound." + word,
            icon,
            Hotkeys.key(key),
            keys(),
            () ->
                change(now -> now.heard(now.sound(), now.volume() + step, now.soundInTraining())));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** Each monitor with its size and place; the one that is chosen shows itself at once. */
  private void showMonitors() {
    Hotkeys fresh = new Hotkeys();
    List<ChoiceButton> buttons = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(""));
    displays.others().stream().map(Displays.Display::name).forEach(names::add);
    String chosen = context.counter().get().customerDisplay();
    if (!names.contains(chosen)) {
      names.add(chosen);
    }
    for (int i = 0; i < Math.min(names.size(), DISPLAY_KEYS.length); i++) {
      String name = names.get(i);
      String word = name.isEmpty() ? context.texts().get("settings.counter.customer.none") : name;
      ChoiceButton button =
          new ChoiceButton(word, Hotkeys.key(DISPLAY_KEYS[i]), fresh, () -> face(name));
      button.choose(name.equals(chosen));
      buttons.add(button);
    }
    monitorKeys.clear();
    monitorKeys.add(fresh);
    monitors.getChildren().setAll(buttons);
  }

  private void face(String display) {
    change(now -> now.facing(display, now.customerLanguage()));
    showMonitors();
  }

  private FlowPane languages() {
    Map<Language, ChoiceButton> buttons = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      buttons.put(
          language,
          new ChoiceButton(
              language.ownName(),
              Hotkeys.ctrl(LANGUAGE_KEYS[language.ordinal()]),
              keys(),
              () -> change(now -> now.facing(now.customerDisplay(), language))));
    }
    context
        .counter()
        .subscribe(now -> buttons.forEach((it, b) -> b.choose(it == now.customerLanguage())));
    context.texts().languageProperty().addListener(_ -> showMonitors());
    return new FlowPane(10, 10, buttons.values().toArray(ChoiceButton[]::new));
  }

  private ChoiceButton choice(String word, KeyCode key, UnaryOperator<Counter> change) {
    return ChoiceButton.of(
        context.texts(),
        "settings.counter." + word,
        Hotkeys.ctrl(key),
        keys(),
        () -> change(change));
  }

  private void change(UnaryOperator<Counter> change) {
    context.counter().set(change.apply(context.counter().get()));
  }
}
