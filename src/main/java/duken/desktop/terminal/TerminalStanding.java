package duken.desktop.terminal;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Question;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The paired terminals; the arrows choose one, and the keys below act on it. */
final class TerminalStanding extends VBox {

  private static final double ROW = 86;
  private static final int MOST_ROWS = 3;

  private final TerminalViewModel model;
  private final DeskContext context;
  private final Texts texts;
  private final ListView<PairedTerminal> list = new ListView<>();
  private final KeyButton use;
  private final KeyButton accept;
  private final KeyButton anew;
  private final KeyButton check;
  private final KeyButton forget;
  private final VBox several;

  TerminalStanding(TerminalViewModel model, DeskContext context, Hotkeys keys) {
    this.model = model;
    this.context = context;
    texts = context.texts();
    list.setId("terminal-list");
    list.getStyleClass().add("terminal-list");
    list.setCellFactory(_ -> new TerminalCell(texts, model::isOwn));
    list.setFixedCellSize(ROW);
    KeyButton pair = button("pair_new", Material2RoundAL.ADD, KeyCode.INSERT, keys, model::begin);
    KeyButton first =
        button("pair_first", Material2RoundAL.LINK, KeyCode.ENTER, keys, model::begin)
            .styled("primary");
    first.setId("terminal-first");
    use = acting("use", Material2RoundMZ.POINT_OF_SALE, KeyCode.ENTER, keys, model::use);
    accept = acting("accept", Material2RoundMZ.VERIFIED_USER, KeyCode.F12, keys, this::askToAccept);
    anew = acting("anew", Material2RoundMZ.SYNC, KeyCode.F4, keys, model::pairAnew);
    check = button("check", Material2RoundMZ.SYNC, KeyCode.F5, keys, model::check);
    forget =
        acting("forget", Material2RoundAL.LINK_OFF, KeyCode.DELETE, keys, this::askToForget)
            .styled("danger");
    accept.setId("terminal-accept");
    forget.setId("terminal-forget");
    several =
        new VBox(
            12,
            list,
            new FlowPane(10, 10, use, accept, anew, check, pair, forget),
            StepWords.words(texts, "terminal.enter"));
    setSpacing(12);
    setFocusTraversable(true);
    getChildren().addAll(StepWords.words(texts, "terminal.intro"), first, several);
    first.setMaxWidth(USE_PREF_SIZE);
    model.terminalsProperty().subscribe(all -> show(all, first));
    list.getSelectionModel().selectedItemProperty().subscribe(_ -> showActions());
    texts.languageProperty().addListener(_ -> list.refresh());
  }

  @Override
  public void requestFocus() {
    if (several.isVisible()) {
      list.requestFocus();
    } else {
      super.requestFocus();
    }
  }

  private void show(List<PairedTerminal> all, KeyButton first) {
    int chosen = Math.max(0, list.getSelectionModel().getSelectedIndex());
    list.getItems().setAll(all);
    list.setMinHeight(ROW * Math.clamp(all.size(), 1, MOST_ROWS) + 4);
    list.setPrefHeight(list.getMinHeight());
    first.setVisible(all.isEmpty());
    several.setVisible(!all.isEmpty());
    several.setManaged(!all.isEmpty());
    if (!all.isEmpty()) {
      list.getSelectionModel().select(Math.min(chosen, all.size() - 1));
      if (isFocused()) {
        list.requestFocus();
      }
    }
    showActions();
  }

  private void showActions() {
    PairedTerminal one = list.getSelectionModel().getSelectedItem();
    use.setVisible(one != null && list.getItems().size() > 1 && !model.isOwn(one));
    accept.setVisible(one != null && one.isStrange());
    anew.setVisible(one != null && (one.isStrange() || !one.connected()));
  }

  private KeyButton acting(
      String word, Ikon icon, KeyCode key, Hotkeys keys, Consumer<PairedTerminal> action) {
    return button(
        word, icon, key, keys, () -> action.accept(list.getSelectionModel().getSelectedItem()));
  }

  private KeyButton button(String word, Ikon icon, KeyCode key, Hotkeys keys, Runnable action) {
    KeyButton button =
        KeyButton.of(texts, "terminal.action." + word, icon, Hotkeys.key(key), keys, action);
    button.managedProperty().bind(button.visibleProperty());
    button.disableProperty().bind(model.busyProperty());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void askToAccept(PairedTerminal one) {
    ask(
        "accept",
        new Object[] {Fingerprints.whole(one.fingerprint()), Fingerprints.whole(one.seen())},
        Material2RoundMZ.VERIFIED_USER,
        () -> model.accept(one));
  }

  private void askToForget(PairedTerminal one) {
    ask("forget", new Object[] {one.till()}, Material2RoundAL.LINK_OFF, () -> model.forget(one));
  }

  private void ask(String word, Object[] args, Ikon icon, Runnable yes) {
    new Question("terminal." + word + ".", args, icon, true)
        .ask(texts, context.navigator()::open, context.navigator()::closeSheet, yes);
  }
}
