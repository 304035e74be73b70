package duken.desktop.settings;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shop's name. */
final class ShopSection extends SectionPane {

  private final DeskContext context;
  private final ShopViewModel model;
  private final Field name;

  ShopSection(DeskContext context) {
    super("shop", context.texts());
    this.context = context;
    model = new ShopViewModel(context.engine(), context.background());
    TextField input = new TextField();
    input.setId("shop-name");
    name = new Field(context.texts(), "shop.name", input, model.name(), model.wrong());
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(context.texts(), "settings.action.save")
            .wire(keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.disableProperty().bind(model.busy());
    getChildren().addAll(words("shop.intro"), name, row(save));
    context
        .feed()
        .stateProperty()
        .subscribe(
            state -> {
              if (state != null) {
                model.told(state.shop());
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

  private void save() {
    model.save(
        () -> context.navigator().say(Tone.GOOD, context.texts().get("settings.saved")),
        e -> context.navigator().say(Tone.BAD, Message.of(e).text(context.texts())));
  }
}
