package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Outcome;
import duken.api.reconcile.ReconcileJson.Stranger;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Asks whose money it is that no invoice asked for. */
final class StrangerSheet {

  private static final double WIDTH = 760;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final DeskContext context;
  private final Texts texts;
  private final Runnable decided;
  private final Runnable focus;

  /**
   * @param decided what to do once something was decided
   * @param focus gives the focus back once the sheet has gone
   */
  StrangerSheet(DeskContext context, Runnable decided, Runnable focus) {
    this.context = context;
    this.texts = context.texts();
    this.decided = decided;
    this.focus = focus;
  }

  void open(Stranger stranger) {
    String sum = Sums.format(stranger.amount());
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("reconcile.stranger.title", sum), body, WIDTH);
    Label hint = new WrappedLabel("sheet-words");
    texts.bind(
        hint.textProperty(),
        stranger.candidates().isEmpty() ? "reconcile.stranger.no_sale" : "reconcile.stranger.hint",
        context.moments().moment(stranger.at()));
    body.getChildren().add(hint);
    for (int i = 0; i < Math.min(DIGITS.length, stranger.candidates().size()); i++) {
      Candidate sale = stranger.candidates().get(i);
      KeyButton button =
          button(sheet, Material2RoundAL.LINK, Hotkeys.alt(DIGITS[i]), () -> link(stranger, sale))
              .captioned(
                  texts,
                  sale.status().equals("pending") ? "reconcile.link.open" : "reconcile.link.over",
                  sale.number(),
                  Sums.format(sale.amount()),
                  context.moments().moment(sale.createdAt()));
      button.setId("stranger-sale-" + sale.invoiceId());
      body.getChildren().add(button);
    }
    KeyButton none =
        button(sheet, Material2RoundAL.CHECK, Hotkeys.key(KeyCode.F3), () -> notOurs(stranger))
            .captioned(texts, "reconcile.stranger.none");
    none.setId("stranger-none");
    KeyButton back =
        button(sheet, Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.F4), () -> giveBack(stranger))
            .captioned(texts, "reconcile.do.back");
    back.setId("stranger-back");
    KeyButton later =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "reconcile.stranger.later");
    context.navigator().open(sheet.with(later, back, none).onClosed(focus));
  }

  private KeyButton button(Sheet sheet, Ikon icon, KeyCombination key, Runnable does) {
    return new KeyButton(
            icon,
            key,
            () -> {
              context.navigator().closeSheet();
              does.run();
            })
        .wire(sheet.keys(), key);
  }

  private void link(Stranger stranger, Candidate sale) {
    context
        .background()
        .ask(
            () -> context.engine().reconcile().link(stranger.lineId(), sale.invoiceId()),
            outcome -> done(Tone.GOOD, "reconcile.linked", outcome.number()),
            this::failed);
  }

  private void notOurs(Stranger stranger) {
    String reason = texts.get("reconcile.stranger.not_ours");
    context
        .background()
        .tell(
            () -> context.engine().reconcile().accept(stranger.lineId(), reason),
            () -> done(Tone.GOOD, "reconcile.accepted"),
            this::failed);
  }

  private void giveBack(Stranger stranger) {
    new ReasonSheet(context, focus)
        .open(
            "reconcile.back.",
            true,
            reason ->
                context
                    .background()
                    .ask(
                        () -> context.engine().reconcile().giveBack(stranger.lineId(), reason),
                        this::gaveBack,
                        this::failed),
            Sums.format(stranger.amount()));
  }

  private void gaveBack(Outcome outcome) {
    boolean completed = outcome.refundStatus().equals("completed");
    boolean failed = outcome.refundStatus().equals("failed");
    done(
        completed ? Tone.GOOD : failed ? Tone.BAD : Tone.CAREFUL,
        completed
            ? "reconcile.gave_back"
            : failed ? "reconcile.not_given_back" : "reconcile.giving_back",
        outcome.number());
  }

  private void done(Tone tone, String key, Object... args) {
    context.navigator().say(Message.of(tone, key, args));
    decided.run();
  }

  private void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
    decided.run();
  }
}
