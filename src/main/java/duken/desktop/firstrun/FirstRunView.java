package duken.desktop.firstrun;

import duken.desktop.firstrun.FirstRunModel.Way;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.ThisComputer;
import duken.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The first questions over the whole window, one at a time; Esc leads to the till at once. */
public final class FirstRunView extends StackPane {

  private final DeskContext context;
  private final Texts texts;
  private final Hotkeys keys = new Hotkeys();
  private final FirstRunModel model;
  private final Map<Step, QuestionPage> pages = new EnumMap<>(Step.class);
  private final Label counter = new Label();
  private final Label title = new Label();
  private final Label hint = new WrappedLabel("section-words");
  private final Label said = new WrappedLabel("bank-said");
  private final VBox place = new VBox();
  private Node before;
  private boolean left;

  private FirstRunView(DeskContext context) {
    this.context = context;
    texts = context.texts();
    model = new FirstRunModel(context.engine(), context.background(), this::leave);
    keys.firstOf(() -> page().keys());
    pages.put(Step.LANGUAGE, new LanguagePage(texts));
    pages.put(Step.SHOP, new ShopPage(texts, model));
    pages.put(Step.CITY, new CityPage(texts, model));
    pages.put(Step.BANK, new WayPage(texts, model));
    CheckPage.all(context).forEach(page -> pages.put(page.step(), page));
    title.getStyleClass().add("sheet-title");
    title.setId("first-run-title");
    counter.getStyleClass().add("muted");
    said.managedProperty().bind(said.visibleProperty());
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox card = new VBox(16, counter, title, hint, place, said, buttons());
    card.getStyleClass().addAll("sheet", "first-run-card");
    card.setMinSize(980, 580);
    card.setMaxSize(980, 580);
    getStyleClass().add("first-run");
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    model.stepProperty().subscribe(this::show);
    model
        .saidProperty()
        .subscribe(
            message -> {
              said.setVisible(message != null);
              if (message != null) {
                message.show(said, texts);
              }
            });
    context
        .feed()
        .stateProperty()
        .subscribe(
            state -> {
              if (state != null) {
                model.told(state.shop());
              }
            });
    // Whoever goes elsewhere by a key of the window has left the questions too.
    sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                over();
              }
            });
  }

  /** Lays the first questions over the window. */
  public static void open(DeskContext context) {
    FirstRunView view = new FirstRunView(context);
    context.navigator().cover(view, view.keys);
    view.before = view.getScene().getFocusOwner();
    view.page().shown();
  }

  private HBox buttons() {
    KeyButton all = button("skip_all", Material2RoundAL.CLOSE, KeyCode.ESCAPE, model::skipAll);
    KeyButton skip = button("skip", Material2RoundAL.ARROW_FORWARD, KeyCode.F4, model::skip);
    KeyButton back = button("back", Material2RoundAL.ARROW_BACK, KeyCode.F3, model::back);
    KeyButton next =
        button("next", Material2RoundAL.CHECK, KeyCode.ENTER, model::next).styled("primary");
    keys.on(
        Hotkeys.key(KeyCode.F1),
        () -> {
          model.skipAll();
          return true;
        });
    back.visibleProperty().bind(model.stepProperty().map(step -> step != Step.LANGUAGE));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(10, all.styled("quiet"), gap, back, skip, next);
  }

  private KeyButton button(String word, Ikon icon, KeyCode key, Runnable action) {
    KeyButton button =
        KeyButton.of(texts, "firstrun.action." + word, icon, Hotkeys.key(key), keys, action);
    button.setId("first-run-" + word);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void show(Step step) {
    String word = "firstrun." + step.word();
    texts.bind(title.textProperty(), word + ".title");
    texts.bind(hint.textProperty(), word + ".hint");
    texts.bind(counter.textProperty(), "firstrun.step", step.ordinal() + 1, Step.values().length);
    place.getChildren().setAll(page().node());
    if (getScene() != null) {
      place.applyCss();
      place.layout();
      page().shown();
    }
  }

  private QuestionPage page() {
    return pages.get(model.stepProperty().get());
  }

  private void leave(Way way) {
    over();
    context.navigator().uncover();
    if (before != null) {
      before.requestFocus();
    }
    if (way == Way.CONNECT) {
      context.navigator().go("settings", "bank");
    } else {
      context.navigator().go("till");
    }
  }

  private void over() {
    if (!left) {
      left = true;
      context.navigator().scansTo(null);
      ThisComputer computer = context.thisComputer();
      computer.firstStartIsOver();
    }
  }
}
