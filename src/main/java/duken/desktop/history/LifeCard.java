package duken.desktop.history;

import duken.api.DeskJson.SaleDetail;
import duken.api.RefundJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What happened to an invoice, in order, and its refunds. */
final class LifeCard extends VBox {

  private final Texts texts;
  private final Moments moments;
  private final VBox refunds = new VBox(10);
  private final VBox refundsCard;
  private final VBox lines = new VBox(12);

  LifeCard(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    refundsCard = card("history.detail.refunds", refunds);
    refundsCard.managedProperty().bind(refundsCard.visibleProperty());
    setSpacing(12);
    getChildren().addAll(refundsCard, card("history.detail.life", lines));
  }

  void show(SaleDetail detail) {
    refundsCard.setVisible(!detail.refunds().isEmpty());
    refunds.getChildren().setAll(detail.refunds().stream().map(this::refund).toList());
    lines.getChildren().setAll(LifeStory.of(detail).stream().map(this::line).toList());
  }

  private VBox card(String titleKey, VBox content) {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    texts.bind(title.textProperty(), titleKey);
    VBox card = new VBox(14, title, content);
    card.getStyleClass().add("card");
    return card;
  }

  private Node refund(RefundJson refund) {
    Label sum = new Label(Sums.format(refund.amount()));
    sum.getStyleClass().add("row-main");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    Label state = new Label(texts.get("history.refund." + word(refund)));
    state.getStyleClass().add("status-badge");
    tone(refund).paint(state);
    state.setMinWidth(Region.USE_PREF_SIZE);
    Label reason =
        new Label(
            refund.reason() == null ? texts.get("history.refund.no_reason") : refund.reason());
    reason.getStyleClass().add("row-small");
    reason.setWrapText(true);
    Label why =
        new Label(refund.state().errorMessage() == null ? "" : refund.state().errorMessage());
    why.getStyleClass().addAll("row-small", "fault");
    why.setWrapText(true);
    why.setManaged(!why.getText().isEmpty());
    HBox first = new HBox(14, sum, state);
    first.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(first, reason, why);
    return row(refund.times().createdAt(), Icons.of(Material2RoundMZ.UNDO, 22), words);
  }

  private Node line(LifeLine line) {
    Label words = new WrappedLabel("life-words");
    words.setText(texts.get(line.textKey(), line.values().toArray()));
    Node icon = Icons.of(icon(line.tone()), 22);
    HBox row = row(line.at().toString(), icon, words);
    line.tone().paint(row);
    return row;
  }

  private HBox row(String at, Node icon, Node words) {
    Label time = new Label(moments.moment(at));
    time.getStyleClass().add("row-small");
    time.setMinWidth(moments.isToday(at) ? 52 : 140);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, time, icon, words);
    row.getStyleClass().add("life-row");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static String word(RefundJson refund) {
    return switch (refund.state().status()) {
      case "completed", "failed", "pending" -> refund.state().status();
      default -> "processing";
    };
  }

  private static Tone tone(RefundJson refund) {
    return switch (refund.state().status()) {
      case "completed" -> Tone.GOOD;
      case "failed" -> Tone.BAD;
      default -> Tone.CAREFUL;
    };
  }

  private static Ikon icon(Tone tone) {
    return switch (tone) {
      case GOOD -> Material2RoundAL.CHECK_CIRCLE;
      case CAREFUL, BAD -> Material2RoundMZ.WARNING;
      case QUIET -> Material2RoundAL.CANCEL;
      case PLAIN, WAITING, ACTIVE -> Material2RoundMZ.RADIO_BUTTON_UNCHECKED;
    };
  }
}
