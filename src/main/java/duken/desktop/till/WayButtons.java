package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.Counter.UsualWay;
import duken.desktop.shell.DeskContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * How the customer may pay the amount. Enter is the usual way of this counter; what else there is
 * keeps a key of its own, and a phone bill is F3 always.
 */
final class WayButtons extends VBox {

  private static final KeyCombination ENTER = Hotkeys.key(KeyCode.ENTER);
  private static final KeyCombination LINK = Hotkeys.ctrl(KeyCode.L);

  /** The keys of a way that is not the usual one, the first that is free. */
  private static final Map<UsualWay, List<KeyCombination>> OTHERS =
      Map.of(
          UsualWay.QR,
          List.of(Hotkeys.key(KeyCode.F10)),
          UsualWay.TERMINAL,
          List.of(
              Hotkeys.key(KeyCode.F10),
              new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN)),
          UsualWay.PHONE,
          List.of(Hotkeys.key(KeyCode.F3)));

  private static final Map<UsualWay, Ikon> ICONS =
      Map.of(
          UsualWay.QR,
          Material2RoundMZ.QR_CODE_2,
          UsualWay.TERMINAL,
          Material2RoundMZ.POINT_OF_SALE,
          UsualWay.PHONE,
          Material2RoundMZ.SMARTPHONE);

  private final SaleForm form;
  private final DeskContext context;
  private final Hotkeys keys;
  private final Map<UsualWay, KeyButton> first = new EnumMap<>(UsualWay.class);
  private final Map<UsualWay, List<KeyButton>> later = new EnumMap<>(UsualWay.class);
  private final KeyButton link;

  WayButtons(SaleForm form, DeskContext context, Hotkeys keys) {
    super(8);
    this.form = form;
    this.context = context;
    this.keys = keys;
    for (UsualWay way : UsualWay.values()) {
      KeyButton button = button(way, ENTER).styled("primary", "huge").iconSize(44);
      button.setId("till-" + way.word());
      VBox.setVgrow(button, Priority.ALWAYS);
      first.put(way, button);
    }
    getChildren().addAll(first.values());
    for (UsualWay way : UsualWay.values()) {
      List<KeyButton> buttons =
          OTHERS.get(way).stream()
              .map(key -> button(way, key).styled("large").iconSize(28))
              .toList();
      buttons.forEach(button -> button.setId("till-" + way.word() + "-second"));
      later.put(way, buttons);
      getChildren().addAll(buttons);
    }
    link =
        KeyButton.of(
                context.texts(),
                "till.link",
                Material2RoundAL.LINK,
                LINK,
                keys,
                () -> form.create(NotMade.Way.LINK))
            .iconSize(28);
    link.setId("till-link");
    link.disableProperty().bind(form.busyProperty());
    getChildren().add(link);
    keys.on(Hotkeys.key(KeyCode.F3), this::phoneByItsKey);
    form.busyProperty().subscribe(_ -> caption());
    form.trouble.stateProperty().subscribe(_ -> caption());
  }

  /** Shows what the provider can do now. */
  void show(boolean sells) {
    Set<UsualWay> can = new TreeSet<>();
    for (UsualWay way : UsualWay.values()) {
      if (sells && context.feed().can(way.word())) {
        can.add(way);
      }
    }
    UsualWay usual = context.counter().get().usualWay();
    UsualWay enter = can.contains(usual) || can.isEmpty() ? usual : can.iterator().next();
    boolean tenTaken = false;
    for (UsualWay way : UsualWay.values()) {
      shown(first.get(way), can.contains(way) && way == enter);
      boolean second = can.contains(way) && way != enter;
      List<KeyButton> buttons = later.get(way);
      int chosen = way == UsualWay.TERMINAL && tenTaken ? 1 : 0;
      for (int i = 0; i < buttons.size(); i++) {
        shown(buttons.get(i), second && i == chosen);
      }
      tenTaken |= second && way == UsualWay.QR;
    }
    shown(link, sells && context.feed().can("link"));
  }

  private boolean phoneByItsKey() {
    boolean is = first.get(UsualWay.PHONE).isVisible() && getParent().isVisible();
    if (is) {
      form.askPhone();
    }
    return is;
  }

  private KeyButton button(UsualWay way, KeyCombination key) {
    KeyButton button =
        KeyButton.of(
            context.texts(), "till." + way.word(), ICONS.get(way), key, keys, () -> sell(way));
    button.disableProperty().bind(form.busyProperty());
    button.setMaxHeight(Double.MAX_VALUE);
    return button;
  }

  private void sell(UsualWay way) {
    switch (way) {
      case QR -> form.create(NotMade.Way.QR);
      case TERMINAL -> form.createAtTerminal(context.preferences().terminal().orElse(null));
      case PHONE -> form.askPhone();
    }
  }

  private void caption() {
    String key =
        form.busyProperty().get()
            ? "till.qr.busy"
            : switch (form.trouble.stateProperty().get()) {
              case NONE -> "till.qr";
              case ROADLESS -> "till.qr.again";
              case UNSURE -> "till.qr.check";
            };
    name(UsualWay.QR, key);
    name(UsualWay.TERMINAL, form.trouble.isUnsure() ? "till.qr.check" : "till.terminal");
  }

  private void name(UsualWay way, String key) {
    context.texts().bind(first.get(way).captionProperty(), key);
    later.get(way).forEach(button -> context.texts().bind(button.captionProperty(), key));
  }

  private static void shown(KeyButton button, boolean is) {
    button.setVisible(is);
    button.setManaged(is);
  }
}
