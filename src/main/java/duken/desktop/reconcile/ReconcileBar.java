package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How far the reading has come, and the buttons that begin, stop and save it. */
final class ReconcileBar {

  private final DeskContext context;
  private final Texts texts;
  private final Hotkeys keys;
  private final ReconcileViewModel model;
  private final LineActions actions;
  private final Runnable save;
  private final Runnable focus;

  ReconcileBar(
      DeskContext context,
      Hotkeys keys,
      ReconcileViewModel model,
      LineActions actions,
      Runnable save,
      Runnable focus) {
    this.context = context;
    this.texts = context.texts();
    this.keys = keys;
    this.model = model;
    this.actions = actions;
    this.save = save;
    this.focus = focus;
  }

  HBox bar() {
    KeyButton back =
        button(
            Material2RoundAL.ARROW_BACK,
            KeyCode.ESCAPE,
            "back",
            () -> context.navigator().go("shift"));
    Label progress = new Label();
    progress.setId("reconcile-progress");
    progress.getStyleClass().add("muted");
    progress.setWrapText(true);
    progress.setMinWidth(0);
    progress
        .textProperty()
        .bind(
            Bindings.createStringBinding(this::progress, model.result(), texts.languageProperty()));
    KeyButton fees =
        button(
            Material2RoundMZ.PIE_CHART,
            KeyCode.F3,
            "fees",
            () -> FeeSheet.open(context, model.result().get().fees(), focus));
    fees.disableProperty().bind(model.result().isNull());
    KeyButton rule =
        button(
            Material2RoundAL.BUILD,
            KeyCode.F12,
            "rule",
            () -> new RuleSheet(context, model, focus).open());
    KeyButton export = button(Material2RoundMZ.SAVE_ALT, KeyCode.F10, "save", save);
    export.disableProperty().bind(model.result().isNull());
    BooleanBinding running = Bindings.createBooleanBinding(model::isRunning, model.result());
    KeyButton stop =
        button(Material2RoundMZ.STOP, KeyCode.F4, "stop", () -> model.stop(actions::failed));
    KeyButton start =
        button(Material2RoundMZ.PLAY_ARROW, KeyCode.F5, "start", () -> model.start(actions::failed))
            .styled("primary");
    start
        .captionProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(goesOn() ? "reconcile.action.go_on" : "reconcile.action.start"),
                model.result(),
                texts.languageProperty()));
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> model.provider().isEmpty(), model.overview())
                .or(model.busy()));
    showing(stop, running);
    showing(start, running.not());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(12, back, progress, gap, fees, rule, export, stop, start);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private boolean goesOn() {
    ReconcileJson.Result result = model.result().get();
    return result != null
        && List.of("stopped", "interrupted", "failed").contains(result.run().progress().state());
  }

  private String progress() {
    ReconcileJson.Result result = model.result().get();
    if (result == null) {
      return "";
    }
    ReconcileJson.Progress now = result.run().progress();
    String read =
        texts.get(
            "reconcile.progress",
            texts.get("reconcile.state." + now.state()),
            now.pages(),
            now.lines());
    return now.problem() == null ? read : read + " · " + problem(now.problem());
  }

  private String problem(String word) {
    return word.equals("signed_out")
        ? texts.get("reconcile.problem.signed_out")
        : texts.get("reconcile.problem.silent", word);
  }

  private KeyButton button(Ikon icon, KeyCode code, String word, Runnable action) {
    KeyButton button =
        new KeyButton(icon, Hotkeys.key(code), action)
            .captioned(texts, "reconcile.action." + word)
            .wire(keys, Hotkeys.key(code));
    button.setId("reconcile-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static void showing(KeyButton button, BooleanBinding when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(when);
  }
}
