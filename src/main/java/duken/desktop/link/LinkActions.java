package duken.desktop.link;

import duken.api.DeskJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.DeskContext;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The buttons that bring a pay link to the customer. */
public final class LinkActions extends FlowPane {

  private final DeskContext context;
  private final Hotkeys keys;
  private final Supplier<DeskJson.Sale> sale;

  /**
   * Buttons for the link of a sale; invisible until told otherwise.
   *
   * @param sale answers the one on the screen
   */
  public LinkActions(DeskContext context, Hotkeys keys, Supplier<DeskJson.Sale> sale) {
    super(8, 8);
    this.context = context;
    this.keys = keys;
    this.sale = sale;
    LinkSharing sharing = new LinkSharing(context);
    getChildren()
        .addAll(
            button("copy", Material2RoundAL.CONTENT_COPY, Hotkeys.key(KeyCode.F3), sharing::copy),
            button("messenger", Material2RoundAL.CHAT, Hotkeys.key(KeyCode.F4), sharing::messenger),
            button("mail", Material2RoundAL.EMAIL, Hotkeys.ctrl(KeyCode.E), sharing::mail),
            button("print", Material2RoundMZ.PRINT, Hotkeys.ctrl(KeyCode.P), sharing::print));
    managedProperty().bind(visibleProperty());
    setVisible(false);
    setId("link-actions");
  }

  private KeyButton button(
      String word, Ikon icon, KeyCombination key, Consumer<DeskJson.Sale> action) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "link.action." + word,
            icon,
            key,
            keys,
            () -> action.accept(sale.get()));
    button.setId("link-" + word);
    button.setMinWidth(USE_PREF_SIZE);
    button.setMaxWidth(USE_PREF_SIZE);
    return button;
  }
}
