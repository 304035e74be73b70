package duken.desktop.terminal;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The second and third step: somebody approves on the terminal, and it says who it is. */
final class ApprovalStep extends VBox {

  private final TerminalViewModel model;
  private final Texts texts;
  private final VBox words = new VBox(10);
  private final KeyButton done;

  ApprovalStep(TerminalViewModel model, DeskContext context, Hotkeys keys) {
    this.model = model;
    texts = context.texts();
    done =
        KeyButton.of(
                texts,
                "terminal.action.done",
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                model::back)
            .styled("primary");
    done.setId("terminal-done");
    done.setMaxWidth(USE_PREF_SIZE);
    done.managedProperty().bind(done.visibleProperty());
    setSpacing(12);
    setFocusTraversable(true);
    getChildren().addAll(words, done);
    model.pageProperty().subscribe(_ -> show());
    model.progressProperty().subscribe(_ -> show());
    model.terminalsProperty().subscribe(_ -> show());
  }

  private void show() {
    boolean test = model.pageProperty().get() == TerminalPage.TEST;
    Map<String, String> facts = model.progressProperty().get();
    words.getChildren().clear();
    done.setVisible(test);
    words.getChildren().add(StepWords.head(texts, test ? 3 : 2));
    String till = facts.getOrDefault("asked_till", "");
    if (test) {
      model.terminalsProperty().get().stream()
          .filter(it -> it.till().equals(till))
          .findFirst()
          .ifPresent(this::tested);
      return;
    }
    words
        .getChildren()
        .add(
            till.isEmpty()
                ? StepWords.words(texts, "terminal.approve.reaching")
                : StepWords.words(texts, "terminal.approve.words", till));
    String fingerprint = facts.get("certificate_sha256");
    if (fingerprint != null) {
      boolean bank = "bank".equals(facts.get("certificate_issuer"));
      fingerprint(fingerprint, bank ? "terminal.issuer.bank" : "terminal.issuer.unknown");
    }
  }

  private void tested(PairedTerminal terminal) {
    words
        .getChildren()
        .add(
            terminal.trouble() == null
                ? StepWords.words(
                    texts,
                    "terminal.test.good",
                    String.valueOf(terminal.terminalId()),
                    String.valueOf(terminal.serial()))
                : StepWords.words(texts, "terminal.test.bad"));
    if (terminal.fingerprint() != null) {
      fingerprint(terminal.fingerprint(), "terminal.pinned");
    }
  }

  private void fingerprint(String fingerprint, String key) {
    Label text = new WrappedLabel("fingerprint");
    text.setText(Fingerprints.whole(fingerprint));
    words.getChildren().addAll(StepWords.words(texts, key), text);
  }
}
