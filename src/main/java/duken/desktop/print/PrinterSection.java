package duken.desktop.print;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.task.FxThread;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Language;
import duken.paper.PaperWidth;
import duken.paper.PrintQueue;
import duken.paper.PrinterChoice;
import duken.paper.PrinterPlace.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The printer of this desk: what it is, where it is, the paper, and what comes by itself. */
public final class PrinterSection extends SectionPane {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7
  };

  private final DeskContext context;
  private final PrinterViewModel model;
  private final SlipPrinting printing;
  private final Map<ChoiceButton, BooleanSupplier> choices = new LinkedHashMap<>();
  private final Label hint = words("printer.kind.none.hint");
  private final LabeledField place;
  private final KeyButton find;
  private final KeyButton test;
  private final KeyButton drawer;
  private final KeyButton retry;
  private final KeyButton forget;
  private final Node[] onlyWithPrinter;
  private Runnable deaf = () -> {};

  public PrinterSection(DeskContext context) {
    super("printer", context.texts());
    this.context = context;
    model = new PrinterViewModel(context.preferences(), context.background());
    printing = new SlipPrinting(context);
    TextField typed = new TextField();
    typed.setId("printer-place");
    place =
        new LabeledField(
            context.texts(), "printer.place", typed, model.placeProperty(), model.wrongProperty());
    find = button("find", Material2RoundMZ.SEARCH, KeyCode.F4, model::find);
    test = button("test", Material2RoundMZ.PRINT, KeyCode.F5, printing::test);
    drawer = button("drawer", Material2RoundAL.INBOX, KeyCode.F10, printing::kick);
    retry = button("retry", Material2RoundMZ.REFRESH, KeyCode.F12, () -> now(PrintQueue::tryNow));
    forget =
        button("forget", Material2RoundAL.DELETE, KeyCode.DELETE, () -> now(PrintQueue::forget));
    FlowPane kinds = kinds();
    FlowPane paper = paper();
    FlowPane languages = languages();
    FlowPane itself = itself();
    onlyWithPrinter =
        new Node[] {
          place,
          row(find, test, drawer, retry, forget),
          new HBox(
              48,
              new VBox(12, heading("printer.paper"), paper),
              new VBox(12, heading("printer.itself"), itself)),
          heading("printer.language"),
          languages
        };
    getChildren().addAll(words("printer.hint"), kinds, hint);
    getChildren().addAll(onlyWithPrinter);
    model.choiceProperty().subscribe(this::show);
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.PRINT;
  }

  @Override
  public boolean isOffered() {
    return context.thisComputer().printing().isPresent();
  }

  @Override
  public void shown() {
    setFocusTraversable(true);
    requestFocus();
    show(model.choiceProperty().get());
    deaf = PrinterWatch.listen(context, FxThread.real(), _ -> show(model.choiceProperty().get()));
  }

  @Override
  public void hidden() {
    deaf.run();
    deaf = () -> {};
  }

  private FlowPane kinds() {
    FlowPane row = row();
    for (Kind kind : Kind.values()) {
      add(
          row,
          "settings.printer.kind." + kind.word(),
          DIGITS[kind.ordinal()],
          () -> model.choose(kind),
          () -> model.choiceProperty().get().kind() == kind);
    }
    return row;
  }

  private FlowPane paper() {
    FlowPane row = row();
    Map<PaperWidth, KeyCode> keys = new EnumMap<>(PaperWidth.class);
    keys.put(PaperWidth.MM58, KeyCode.DIGIT8);
    keys.put(PaperWidth.MM80, KeyCode.DIGIT9);
    keys.forEach(
        (width, key) ->
            add(
                row,
                "settings.printer.paper." + width.millimetres(),
                key,
                () -> model.change(it -> it.on(width)),
                () -> model.choiceProperty().get().width() == width));
    return row;
  }

  private FlowPane languages() {
    FlowPane row = row();
    add(
        row,
        "settings.printer.language.window",
        KeyCode.W,
        () -> model.change(it -> it.in("")),
        () -> model.choiceProperty().get().language().isEmpty());
    Map<Language, KeyCode> keys = new EnumMap<>(Language.class);
    keys.put(Language.RU, KeyCode.R);
    keys.put(Language.KK, KeyCode.K);
    keys.put(Language.EN, KeyCode.E);
    keys.forEach(
        (language, key) -> {
          ChoiceButton button =
              new ChoiceButton(
                  language.ownName(),
                  Hotkeys.ctrl(key),
                  keys(),
                  () -> model.change(it -> it.in(language.tag())));
          choices.put(button, () -> model.choiceProperty().get().language().equals(language.tag()));
          row.getChildren().add(button);
        });
    return row;
  }

  private FlowPane itself() {
    FlowPane row = row();
    add(
        row,
        "settings.printer.automatic",
        KeyCode.B,
        () -> model.change(it -> it.automatically(!it.automatic())),
        () -> model.choiceProperty().get().automatic());
    add(
        row,
        "settings.printer.drawer",
        KeyCode.D,
        () -> model.change(it -> it.withDrawer(!it.drawer())),
        () -> model.choiceProperty().get().drawer());
    return row;
  }

  private void add(
      FlowPane row, String textKey, KeyCode key, Runnable action, BooleanSupplier chosen) {
    ChoiceButton button =
        ChoiceButton.of(context.texts(), textKey, Hotkeys.ctrl(key), keys(), action);
    choices.put(button, chosen);
    row.getChildren().add(button);
  }

  private KeyButton button(String word, Ikon icon, KeyCode key, Runnable action) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "settings.printer.action." + word,
            icon,
            Hotkeys.key(key),
            keys(),
            action);
    button.setId("printer-" + word);
    button.setMinWidth(USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void now(Consumer<PrintQueue> action) {
    context.thisComputer().printing().ifPresent(action);
    show(model.choiceProperty().get());
  }

  private void show(PrinterChoice choice) {
    choices.forEach((button, chosen) -> button.choose(chosen.getAsBoolean()));
    context
        .texts()
        .bind(hint.textProperty(), "settings.printer.kind." + choice.kind().word() + ".hint");
    for (Node each : onlyWithPrinter) {
      each.setVisible(choice.isThere());
      each.setManaged(choice.isThere());
    }
    find.setVisible(choice.kind() != Kind.NETWORK && choice.kind() != Kind.FOLDER);
    drawer.setVisible(choice.takesCommands());
    boolean waits = context.thisComputer().printing().map(PrintQueue::waiting).orElse(0) > 0;
    retry.setVisible(waits);
    forget.setVisible(waits);
    test.setVisible(choice.isThere() && !choice.place().isEmpty());
  }
}
