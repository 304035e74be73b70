package duken.desktop.settings;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.print.PrinterSection;
import duken.desktop.settings.counter.CounterSection;
import duken.desktop.settings.form.Section;
import duken.desktop.settings.owner.NoticesSection;
import duken.desktop.settings.owner.PersonalDataSection;
import duken.desktop.settings.shops.ShopsSection;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The settings: sections on the left, the chosen one on the right. */
public final class SettingsScreen implements Screen {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final KeyCode[] KEYS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7,
    KeyCode.DIGIT8,
    KeyCode.DIGIT9,
    KeyCode.DIGIT0,
    KeyCode.MINUS,
    KeyCode.EQUALS,
    KeyCode.P,
    KeyCode.C
  };

  private final List<Section> sections;
  private final ScrollPane right = new ScrollPane();
  private final VBox left = new VBox(2);
  private final HBox node;

  private Section current;
  private boolean shows;

  /** The settings of this window. */
  public SettingsScreen(DeskContext context) {
    Texts texts = context.texts();
    sections =
        List.of(
            new ShopSection(context),
            new BankSection(context),
            new LookSection(context),
            new WebhookSection(context),
            new DeliveriesSection(context),
            new KeysSection(context),
            new EngineSection(context),
            new ShopsSection(context),
            new AboutSection(context),
            new PeopleSection(context),
            new PersonalDataSection(context),
            new NoticesSection(context),
            new PrinterSection(context),
            new CounterSection(context));
    for (Section section : sections) {
      left.getChildren().add(button(texts, section));
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    left.getChildren().addAll(gap, back(context));
    left.setMinWidth(344);
    left.setPrefWidth(344);
    right.setFitToWidth(true);
    right.setFitToHeight(true);
    right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    right.getStyleClass().addAll("edge-to-edge", "plain-scroll");
    right.setFocusTraversable(false);
    HBox.setHgrow(right, Priority.ALWAYS);
    node = new HBox(12, left, right);
    node.getStyleClass().addAll("screen", "settings");
    show(sections.getFirst());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return current.keys();
  }

  @Override
  public void shown() {
    shows = true;
    for (int i = 0; i < sections.size(); i++) {
      left.getChildren().get(i).setVisible(sections.get(i).isOffered());
    }
    begin(current);
  }

  @Override
  public void open(String part) {
    sections.stream()
        .filter(section -> section.id().equals(part))
        .findFirst()
        .ifPresent(this::show);
  }

  @Override
  public void hidden() {
    shows = false;
    current.hidden();
  }

  private KeyButton button(Texts texts, Section section) {
    var key = Hotkeys.alt(KEYS[sections.indexOf(section)]);
    KeyButton button =
        new KeyButton(section.icon(), key, () -> show(section))
            .captioned(texts, "settings.section." + section.id())
            .styled("section-button");
    button.setId("section-" + section.id());
    button.managedProperty().bind(button.visibleProperty());
    sections.forEach(each -> each.keys().press(key, button));
    return button;
  }

  private KeyButton back(DeskContext context) {
    var key = Hotkeys.key(KeyCode.ESCAPE);
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, key, () -> context.navigator().go("till"))
            .captioned(context.texts(), "settings.action.back");
    sections.forEach(each -> each.keys().press(key, back));
    return back;
  }

  private void show(Section next) {
    if (next == current) {
      return;
    }
    if (current != null && shows) {
      current.hidden();
    }
    current = next;
    right.setContent(next.node());
    right.setVvalue(0);
    for (int i = 0; i < sections.size(); i++) {
      left.getChildren().get(i).pseudoClassStateChanged(HERE, sections.get(i) == next);
    }
    if (shows) {
      begin(next);
    }
  }

  private void begin(Section section) {
    // A scroll pane holds its content only once it is dressed, and what it does not hold takes no
    // focus.
    right.applyCss();
    right.layout();
    section.shown();
  }
}
