package duken.desktop.settings.shops;

import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * All shops of this PC's own engine: a list, and behind each shop its keys. Not offered to a window
 * that works with an engine elsewhere.
 */
public final class ShopsSection extends SectionPane {

  private final DeskContext context;
  private final ShopsViewModel model;
  private final ShopListPane list;
  private final ShopKeysPane shopKeys;

  public ShopsSection(DeskContext context) {
    super("shops", context.texts());
    this.context = context;
    model =
        new ShopsViewModel(
            () -> context.engineSwitch().admin().orElseThrow(), context.background());
    list = new ShopListPane(context, keys(), model);
    shopKeys = new ShopKeysPane(context, keys(), model);
    Node intro = words("shops.intro");
    for (Node page : new Node[] {intro, list, shopKeys}) {
      page.managedProperty().bind(page.visibleProperty());
      page.visibleProperty()
          .bind(page == shopKeys ? model.opened().isNotNull() : model.opened().isNull());
    }
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(shopKeys, Priority.ALWAYS);
    besideTitle(shopKeys.head(model));
    getChildren().addAll(intro, list, shopKeys);
    model
        .opened()
        .subscribe(
            shop -> {
              if (shop == null) {
                shopKeys.leave();
                list.takeFocus();
              } else {
                shopKeys.enter();
              }
            });
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.STORE;
  }

  @Override
  public boolean isOffered() {
    return context.engineSwitch().admin().isPresent();
  }

  @Override
  public void shown() {
    list.refresh();
    list.takeFocus();
  }

  @Override
  public void hidden() {
    model.opened().set(null);
  }
}
