package duken.desktop.settings;

import duken.api.BankJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shop's name, and where it is. */
final class ShopSection extends SectionPane {

  private final DeskContext context;
  private final ShopViewModel model;
  private final PlaceViewModel place;
  private final LabeledField name;

  ShopSection(DeskContext context) {
    super("shop", context.texts());
    this.context = context;
    model = new ShopViewModel(context.engine(), context.background());
    TextField input = new TextField();
    input.setId("shop-name");
    name = new LabeledField(context.texts(), "shop.name", input, model.name(), model.wrong());
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(context.texts(), "settings.action.save")
            .wire(keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    place = new PlaceViewModel(context.engine(), context.background());
    save.disableProperty().bind(model.busy().or(place.busy()));
    getChildren().addAll(words("shop.intro"), name, words("place.intro"), place(), row(save));
    context
        .feed()
        .stateProperty()
        .subscribe(
            state -> {
              if (state != null) {
                model.told(state.shop());
                place.told(state.bank());
              }
            });
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.STOREFRONT;
  }

  @Override
  public void shown() {
    name.takeFocus();
  }

  private HBox place() {
    TextField north = new TextField();
    TextField east = new TextField();
    north.setId("shop-latitude");
    east.setId("shop-longitude");
    Texts texts = context.texts();
    LabeledField latitude =
        new LabeledField(texts, "place.latitude", north, place.latitude(), place.wrongLatitude())
            .prompting("place.latitude.prompt");
    LabeledField longitude =
        new LabeledField(texts, "place.longitude", east, place.longitude(), place.wrongLongitude())
            .prompting("place.longitude.prompt");
    // A field does not follow what becomes of its own text while it is being typed.
    north.setTextFormatter(
        new TextFormatter<>(
            change -> split(change, BankJson.Place::latitude, BankJson.Place::longitude, east)));
    east.setTextFormatter(
        new TextFormatter<>(
            change -> split(change, BankJson.Place::longitude, BankJson.Place::latitude, north)));
    HBox both = new HBox(16, latitude, longitude);
    for (LabeledField labeledField : new LabeledField[] {latitude, longitude}) {
      HBox.setHgrow(labeledField, Priority.ALWAYS);
    }
    return both;
  }

  /** A pair that was pasted into one field goes into both. */
  private static TextFormatter.Change split(
      TextFormatter.Change change,
      Function<BankJson.Place, String> own,
      Function<BankJson.Place, String> others,
      TextField other) {
    if (change.isContentChange()) {
      PlaceViewModel.pair(change.getControlNewText())
          .ifPresent(
              place -> {
                String text = own.apply(place);
                change.setRange(0, change.getControlText().length());
                change.setText(text);
                change.selectRange(text.length(), text.length());
                other.setText(others.apply(place));
              });
    }
    return change;
  }

  private void save() {
    model.save(place.isUntouched() ? this::saved : this::savePlace, this::failed);
  }

  private void savePlace() {
    place.save(this::saved, this::failed);
  }

  private void saved() {
    context.navigator().say(Message.of(Tone.GOOD, "settings.saved"));
  }

  private void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }
}
