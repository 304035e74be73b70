package duken.desktop;

import duken.desktop.anomalies.AnomaliesScreen;
import duken.desktop.goods.GoodsScreen;
import duken.desktop.health.HealthScreen;
import duken.desktop.history.HistoryScreen;
import duken.desktop.kit.Hotkeys;
import duken.desktop.orders.OrdersScreen;
import duken.desktop.reconcile.ReconcileScreen;
import duken.desktop.settings.SettingsScreen;
import duken.desktop.shell.Destination;
import duken.desktop.shift.ShiftScreen;
import duken.desktop.till.TillScreen;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The places of the window, in the order of the rail. A new screen is one line here. */
public final class DeskScreens {

  private DeskScreens() {}

  public static List<Destination> all() {
    return List.of(
        new Destination(
            "till",
            "shell.till",
            Material2RoundMZ.POINT_OF_SALE,
            Hotkeys.key(KeyCode.F1),
            TillScreen::new),
        new Destination(
            HistoryScreen.ID,
            "history.title",
            Material2RoundMZ.RECEIPT_LONG,
            Hotkeys.key(KeyCode.F2),
            HistoryScreen::new),
        new Destination(
            ShiftScreen.ID,
            "shift.rail",
            Material2RoundMZ.TODAY,
            Hotkeys.ctrl(KeyCode.F2),
            ShiftScreen::new),
        new Destination(
            ReconcileScreen.ID,
            "reconcile.title",
            Material2RoundAL.ACCOUNT_BALANCE,
            Hotkeys.ctrl(KeyCode.F3),
            ReconcileScreen::new,
            false),
        new Destination(
            OrdersScreen.ID,
            "orders.rail",
            Material2RoundMZ.SHOPPING_BASKET,
            Hotkeys.key(KeyCode.F11),
            OrdersScreen::new),
        new Destination(
            GoodsScreen.ID,
            "goods.rail",
            Material2RoundAL.LOCAL_OFFER,
            Hotkeys.ctrl(KeyCode.G),
            GoodsScreen::new),
        new Destination(
            "anomalies",
            "anomalies.rail",
            Material2RoundMZ.WARNING,
            Hotkeys.key(KeyCode.F8),
            AnomaliesScreen::new),
        new Destination(
            "settings",
            "settings.title",
            Material2RoundMZ.SETTINGS,
            Hotkeys.key(KeyCode.F9),
            SettingsScreen::new),
        new Destination(
            HealthScreen.ID,
            "health.title",
            Material2RoundMZ.MEDICAL_SERVICES,
            Hotkeys.ctrl(KeyCode.F9),
            HealthScreen::new,
            false));
  }
}
