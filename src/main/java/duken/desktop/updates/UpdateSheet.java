package duken.desktop.updates;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** What is new in a version, and where a person fetches it. */
final class UpdateSheet {

  private static final double WIDTH = 800;

  private final Release release;
  private final Texts texts;
  private final Runnable later;
  private final Runnable close;

  UpdateSheet(Release release, Texts texts, Runnable later, Runnable close) {
    this.release = release;
    this.texts = texts;
    this.later = later;
    this.close = close;
  }

  Sheet sheet() {
    VBox news = new VBox(8);
    texts
        .languageProperty()
        .subscribe(now -> news.getChildren().setAll(lines(release.news().get(now))));
    Label how = new WrappedLabel("section-words");
    texts.bind(how.textProperty(), "updates.how");
    TextField page = new TextField(release.page().toString());
    page.setEditable(false);
    page.setId("update-page");
    page.getStyleClass().add("big-field");
    page.accessibleTextProperty().bind(texts.of("updates.page"));
    Sheet sheet =
        new Sheet(
            texts.of("updates.title", release.version()), new VBox(16, news, how, page), WIDTH);
    KeyButton copy =
        KeyButton.of(
            texts,
            "updates.copy",
            Material2RoundAL.CONTENT_COPY,
            Hotkeys.key(KeyCode.F4),
            sheet.keys(),
            () ->
                Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, release.page().toString())));
    KeyButton hide =
        KeyButton.of(
            texts,
            "updates.later",
            Material2RoundAL.CLOSE,
            Hotkeys.ctrl(KeyCode.L),
            sheet.keys(),
            () -> {
              close.run();
              later.run();
            });
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), close)
            .captioned(texts, "updates.back");
    for (KeyButton button : new KeyButton[] {copy, hide, back}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    return sheet.with(copy, hide, back);
  }

  private static List<Node> lines(List<String> news) {
    return news.stream()
        .map(
            line -> {
              Label label = new WrappedLabel("section-words");
              label.setText("•  " + line);
              return (Node) label;
            })
        .toList();
  }
}
