package duken.desktop.settings;

import duken.api.DeskJson;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.ThisComputer;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Which program this is and where its data lies: what support asks first. */
final class AboutSection extends SectionPane {

  private final DeskContext context;
  private final Texts texts;
  private final GridPane grid = new GridPane(18, 12);
  private final ThisComputerPane computer;

  AboutSection(DeskContext context) {
    super("about", context.texts());
    this.context = context;
    this.texts = context.texts();
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(220);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    computer = new ThisComputerPane(context, keys());
    getChildren().addAll(words("about.what"), grid, computer);
    context.feed().stateProperty().subscribe(_ -> paint());
    texts.languageProperty().addListener(_ -> paint());
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.INFO;
  }

  @Override
  public void shown() {
    requestFocus();
    computer.shown();
  }

  private void paint() {
    grid.getChildren().clear();
    DeskJson.State state = context.feed().stateProperty().get();
    ThisComputer.Program program = context.thisComputer().program();
    line("version", program.version());
    line("build", program.build());
    if (state != null) {
      if (!program.version().equals(state.engine().version())) {
        line("engine", state.engine().version());
      }
      line("provider", texts.get("settings.about.provider." + provider(state)));
    }
    line(
        "data",
        context
            .engineSwitch()
            .dataFolder()
            .orElseGet(() -> texts.get("settings.about.data.remote")));
    line("java", "%s, JavaFX %s".formatted(System.getProperty("java.version"), program.javafx()));
    line("database", program.database());
    line("licence", texts.get("settings.about.licence.value"));
    line("parts", texts.get("settings.about.parts.value"));
  }

  private String provider(DeskJson.State state) {
    return texts.has("settings.about.provider." + state.way().provider())
        ? state.way().provider()
        : "general";
  }

  private void line(String key, String value) {
    Label name = new Label(texts.get("settings.about." + key));
    name.getStyleClass().add("field-label");
    Label words = new WrappedLabel("fact");
    words.setText(value);
    grid.addRow(grid.getRowCount(), name, words);
  }
}
