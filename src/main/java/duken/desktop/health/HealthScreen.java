package duken.desktop.health;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How everything is, one line each: light, word, a sentence, and the way to set it right. */
public final class HealthScreen implements Screen {

  /** Its name among the places of the window. */
  public static final String ID = "health";

  private final DeskContext context;
  private final Texts texts;
  private final HealthViewModel model;
  private final Hotkeys keys = new Hotkeys();
  private final VBox lines = new VBox(6);
  private final BorderPane node = new BorderPane();

  private Subscription subscription = Subscription.EMPTY;

  public HealthScreen(DeskContext context) {
    this.context = context;
    this.texts = context.texts();
    model = new HealthViewModel(context);
    lines.setId("health-lines");
    model.items().addListener((ListChangeListener<HealthItem>) _ -> draw());
    texts.languageProperty().addListener(_ -> draw());
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
    node.setTop(head());
    node.setCenter(scroll);
    node.setBottom(bar());
    node.setFocusTraversable(true);
    node.getStyleClass().addAll("screen", "health");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    subscription =
        Subscription.combine(
            context.heartbeat().listen(model::beat),
            context.feed().onReturn(model::refresh),
            context.feed().stateProperty().subscribe((_, _) -> model.judge()));
    model.refresh();
    node.requestFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private VBox head() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    texts.bind(title.textProperty(), "health.title");
    Label intro = new WrappedLabel("muted");
    texts.bind(intro.textProperty(), "health.intro");
    VBox head = new VBox(4, title, intro);
    head.getStyleClass().add("screen-head");
    return head;
  }

  private HBox bar() {
    KeyButton back =
        button(
            Material2RoundAL.ARROW_BACK,
            KeyCode.ESCAPE,
            "back",
            () -> context.navigator().go("till"));
    KeyButton copy = button(Material2RoundAL.CONTENT_COPY, KeyCode.F3, "copy", this::copy);
    copy.setId("health-copy");
    KeyButton again = button(Material2RoundMZ.REFRESH, KeyCode.F5, "again", model::refresh);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(12, back, gap, copy, again);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private KeyButton button(Ikon icon, KeyCode key, String word, Runnable action) {
    return KeyButton.of(texts, "health.action." + word, icon, Hotkeys.key(key), keys, action);
  }

  private void draw() {
    lines.getChildren().setAll(model.items().stream().map(this::line).toList());
  }

  private Node line(HealthItem item) {
    Label title = new Label(texts.get("health." + item.id()));
    title.getStyleClass().add("row-main");
    title.setMinWidth(220);
    title.setPrefWidth(220);
    Label light = new Label(word(item.says().tone()));
    light.setGraphic(Icons.of(icon(item.says().tone()), 20));
    light.getStyleClass().add("status-badge");
    item.says().tone().paint(light);
    light.setMinWidth(190);
    light.setPrefWidth(190);
    Label says = new WrappedLabel("health-words");
    says.setText(item.says().text(texts));
    HBox.setHgrow(says, Priority.ALWAYS);
    HBox row = new HBox(14, title, light, says);
    row.setId("health-" + item.id());
    row.getStyleClass().add("card");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText(spoken(item));
    if (item.next() != null) {
      row.getChildren().add(step(item));
    }
    return row;
  }

  private Button step(HealthItem item) {
    Button step = new Button(texts.get("health.step." + item.next().part()));
    step.setGraphic(Icons.of(Material2RoundAL.ARROW_FORWARD, 18));
    step.getStyleClass().add("notice");
    step.setMinWidth(Region.USE_PREF_SIZE);
    step.setId("health-step-" + item.id());
    step.setAccessibleText(texts.get("health." + item.id()) + ": " + step.getText());
    step.setOnAction(_ -> context.navigator().go(item.next().destination(), item.next().part()));
    return step;
  }

  private String word(Tone tone) {
    return texts.get("health.light." + tone.name().toLowerCase(Locale.ROOT));
  }

  private static Ikon icon(Tone tone) {
    return switch (tone) {
      case GOOD -> Material2RoundAL.CHECK_CIRCLE;
      case CAREFUL -> Material2RoundMZ.WARNING;
      case BAD -> Material2RoundAL.ERROR;
      case PLAIN, WAITING, ACTIVE, QUIET -> Material2RoundMZ.RADIO_BUTTON_UNCHECKED;
    };
  }

  private String spoken(HealthItem item) {
    return texts.get("health." + item.id())
        + ": "
        + word(item.says().tone())
        + ". "
        + item.says().text(texts);
  }

  /** What is on the page and nothing else: there is no name, phone, address or key on it. */
  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        model.items().stream().map(this::spoken).collect(Collectors.joining("\n", "", "\n")));
    Clipboard.getSystemClipboard().setContent(content);
    context.navigator().say(Message.of(Tone.PLAIN, "health.copied"));
  }
}
