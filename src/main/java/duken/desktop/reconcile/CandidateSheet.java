package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Candidate;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Asks which sale money belongs to: those of the same sum without money. */
final class CandidateSheet {

  private static final double WIDTH = 620;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
  };

  private final DeskContext context;

  CandidateSheet(DeskContext context) {
    this.context = context;
  }

  /**
   * Opens it.
   *
   * @param sum of the money, in words
   * @param chosen gets the sale
   */
  void open(String sum, List<Candidate> candidates, Consumer<Candidate> chosen) {
    Texts texts = context.texts();
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("reconcile.link.title", sum), body, WIDTH);
    Label hint = new WrappedLabel("sheet-words");
    texts.bind(
        hint.textProperty(), candidates.isEmpty() ? "reconcile.link.none" : "reconcile.link.hint");
    body.getChildren().add(hint);
    for (int i = 0; i < Math.min(DIGITS.length, candidates.size()); i++) {
      Candidate sale = candidates.get(i);
      var key = Hotkeys.alt(DIGITS[i]);
      KeyButton button =
          new KeyButton(
                  Material2RoundAL.LINK,
                  key,
                  () -> {
                    context.navigator().closeSheet();
                    chosen.accept(sale);
                  })
              .captioned(
                  texts,
                  sale.status().equals("pending") ? "reconcile.link.open" : "reconcile.link.over",
                  sale.number(),
                  Sums.format(sale.amount()),
                  context.moments().moment(sale.createdAt()))
              .wire(sheet.keys(), key);
      button.setId("candidate-" + sale.invoiceId());
      body.getChildren().add(button);
    }
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    context.navigator().open(sheet.with(no));
  }
}
