package duken.desktop.settings;

import duken.desktop.settings.form.SectionPane;
import duken.desktop.settings.keys.KeyRing;
import duken.desktop.settings.keys.KeysPane;
import duken.desktop.settings.keys.KeysViewModel;
import duken.desktop.shell.DeskContext;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The keys of the shop's own programs. */
final class KeysSection extends SectionPane {

  private final KeysViewModel model;
  private final KeysPane pane;

  KeysSection(DeskContext context) {
    super("keys", context.texts());
    KeyRing own = KeyRing.of(context.engine());
    model = new KeysViewModel(() -> own, context.background());
    pane = new KeysPane(context, keys(), model);
    VBox.setVgrow(pane, Priority.ALWAYS);
    getChildren().addAll(words("keys.intro"), pane);
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.VPN_KEY;
  }

  @Override
  public void shown() {
    model.refresh();
    pane.takeFocus();
  }

  @Override
  public void hidden() {
    model.forget();
  }
}
