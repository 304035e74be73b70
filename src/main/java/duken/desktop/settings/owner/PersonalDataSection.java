package duken.desktop.settings.owner;

import duken.api.owner.PersonalDataJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Moments;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Which names and phones of customers go next, before they go. */
public final class PersonalDataSection extends SectionPane {

  private final DeskContext context;
  private final Texts texts;
  private final VBox told = new VBox(14);
  private final ObjectProperty<PersonalDataJson> known = new SimpleObjectProperty<>();

  /** The section of this window. */
  public PersonalDataSection(DeskContext context) {
    super("privacy", context.texts());
    this.context = context;
    this.texts = context.texts();
    told.setId("personal-data");
    KeyButton again =
        new KeyButton(Material2RoundMZ.REFRESH, Hotkeys.key(KeyCode.F5), this::refresh)
            .captioned(texts, "owner.privacy.again")
            .wire(keys(), Hotkeys.key(KeyCode.F5));
    known.subscribe(this::paint);
    texts.languageProperty().addListener(_ -> paint(known.get()));
    Label intro = new WrappedLabel("section-words");
    texts.bind(intro.textProperty(), "owner.privacy.intro");
    getChildren().addAll(intro, told, row(again));
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.AUTO_DELETE;
  }

  @Override
  public void shown() {
    requestFocus();
    refresh();
  }

  private void refresh() {
    context
        .background()
        .ask(
            () -> context.engine().owner().personalData(),
            known::set,
            e -> context.navigator().say(Message.of(e)));
  }

  private void paint(PersonalDataJson data) {
    told.getChildren().clear();
    if (data == null) {
      return;
    }
    List<Node> lines = new ArrayList<>();
    lines.add(
        words(
            data.days() == data.buyerDays()
                ? texts.count("owner.privacy.days", data.days())
                : texts.count("owner.privacy.days", data.days())
                    + " "
                    + texts.count("owner.privacy.buyer_days", data.buyerDays())));
    if (data.from() != null) {
      lines.add(words(texts.get("owner.privacy.from", context.moments().moment(data.from()))));
    }
    if (data.next().isEmpty()) {
      lines.add(words(texts.get("owner.privacy.nothing")));
    } else {
      lines.add(title(texts.get("owner.privacy.next")));
      lines.add(table(data.next()));
    }
    if (data.held() > 0) {
      lines.add(words(texts.count("owner.privacy.held", data.held())));
    }
    told.getChildren().setAll(lines);
  }

  private GridPane table(List<PersonalDataJson.Day> days) {
    GridPane grid = new GridPane(28, 8);
    String[] heads = {"date", "names", "phones", "buyers"};
    for (int column = 0; column < heads.length; column++) {
      Label head = new Label(texts.get("owner.privacy.head." + heads[column]));
      head.getStyleClass().add("field-label");
      grid.add(head, column, 0);
    }
    for (PersonalDataJson.Day day : days) {
      grid.addRow(
          grid.getRowCount(),
          cell(Moments.date(LocalDate.parse(day.date()))),
          cell(Long.toString(day.names())),
          cell(Long.toString(day.phones())),
          cell(Long.toString(day.buyers())));
    }
    return grid;
  }

  private static Label words(String words) {
    Label label = new WrappedLabel("fact");
    label.setText(words);
    return label;
  }

  private static Label title(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("card-title");
    return label;
  }

  private static Label cell(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("fact");
    return label;
  }
}
