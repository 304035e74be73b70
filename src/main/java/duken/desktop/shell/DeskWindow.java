package duken.desktop.shell;

import duken.api.DeskJson;
import duken.api.goods.GoodsJson;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.shell.scan.ScannedItems;
import duken.desktop.staff.StaffDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/**
 * Everything inside the window's border: rail, upper edge, the screen that shows, what lies above.
 */
public final class DeskWindow implements Navigator {

  private static final PseudoClass TRAINING = PseudoClass.getPseudoClass("training");
  private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

  /** What every screen fits into, in every language. */
  private static final double NEEDED_WIDTH = 1280;

  /** More than this no badge needs to say. */
  private static final long MOST_WAITING = 999;

  private static final double NEEDED_HEIGHT = 694;

  private final List<Destination> destinations;
  private final DeskContext context;
  private final Map<String, Screen> screens = new HashMap<>();
  private final Hotkeys keys = new Hotkeys();
  private final StackPane stage = new StackPane();
  private final StackPane frame;
  private final Rail rail;
  private final Layers layers;
  private final Fitted root;
  private final ScannedItems items;
  private final StaffDesk staff;
  private final KeyHelp help;
  private final NextSale next;

  private Screen current;
  private String currentId;
  private Consumer<String> scans;

  /**
   * A window with these places.
   *
   * @param contextOf makes what the screens are given, with this window as their navigator
   */
  public DeskWindow(List<Destination> destinations, Function<Navigator, DeskContext> contextOf) {
    this.destinations = List.copyOf(destinations);
    context = contextOf.apply(this);
    rail = new Rail(this.destinations, context.texts(), context.theme(), keys, this::go);
    BorderPane pane = new BorderPane(stage);
    pane.setTop(new TopBar(context.feed(), context.texts(), this));
    pane.setLeft(rail);
    pane.getStyleClass().add("desk");
    frame = new StackPane(pane);
    frame.getStyleClass().add("frame");
    layers = new Layers(frame, context.texts());
    root =
        new Fitted(
            layers, NEEDED_WIDTH, NEEDED_HEIGHT, context.counter().map(Counter::textPercent));
    items =
        new ScannedItems(context.engine(), context.background(), this::take, layers.toasts()::say);
    staff =
        new StaffDesk(
            () -> context.engine().staff(),
            context.background(),
            context.texts(),
            new StaffDesk.Overlay(layers::lock, layers::unlock),
            context.heartbeat(),
            context.nanoTime());
    context.background().promptingBy(staff);
    help = new KeyHelp(layers, context.texts(), this::explained);
    keys.onTyped(help::typed);
    next =
        new NextSale(
            this::tillKeys, this::bareHere, this::go, context.heartbeat(), context.nanoTime());
    rail.explain(help.button(keys));
    context.feed().stateProperty().subscribe(this::show);
  }

  /** The root of a scene. */
  public Parent root() {
    return root;
  }

  /**
   * Dresses {@code scene} and listens to its keys.
   *
   * @param nanoTime a monotonic clock in nanoseconds, to tell a scanner from a hand
   */
  public void attach(Scene scene, LongSupplier nanoTime) {
    new Keyboard(this::takers, this::scanned, help::wanted, nanoTime).attach(scene);
    context.theme().subscribe(theme -> theme.dress(scene));
    scene.addEventFilter(InputEvent.ANY, _ -> staff.touched());
    staff.begin();
  }

  public DeskContext context() {
    return context;
  }

  /** The place the window is at, null before the first. */
  public String here() {
    return currentId;
  }

  /** Takes the screen that shows away: nothing of this window listens to a heartbeat any more. */
  public void close() {
    staff.close();
    if (current != null) {
      current.hidden();
      current = null;
      currentId = null;
    }
  }

  @Override
  public void go(String destinationId) {
    if (destinationId.equals(currentId)) {
      return;
    }
    for (Destination place : destinations) {
      if (place.id().equals(destinationId)) {
        layers.close();
        layers.uncover();
        show(place);
        return;
      }
    }
  }

  @Override
  public void go(String destinationId, String part) {
    go(destinationId);
    current.open(part);
  }

  @Override
  public void showSale(long invoiceId) {
    String cameFrom = currentId;
    go("history");
    current.open(invoiceId, cameFrom);
  }

  @Override
  public void say(Message message) {
    layers.toasts().say(message);
  }

  @Override
  public void open(Sheet sheet) {
    layers.open(sheet);
  }

  @Override
  public void closeSheet() {
    layers.close();
  }

  @Override
  public void cover(Node node, Hotkeys coverKeys) {
    layers.cover(node, coverKeys);
  }

  @Override
  public void follow(StaffJson.Roster roster) {
    staff.follow(roster);
  }

  @Override
  public void scansTo(Consumer<String> taker) {
    scans = taker;
  }

  private void scanned(String code) {
    if (scans == null) {
      items.scanned(code);
    } else {
      scans.accept(code.strip());
    }
  }

  @Override
  public void uncover() {
    layers.uncover();
  }

  private boolean take(GoodsJson.Found found) {
    boolean covered =
        layers.lockKeys() != null
            || layers.sheetKeys() != null
            || (layers.coverKeys() != null && (current == null || !current.takesCovered()));
    return !covered && current != null && current.take(found);
  }

  /** Where the window is; null while something lies above the screen. */
  private String bareHere() {
    return layers.coverKeys() != null || layers.sheetKeys() != null ? null : currentId;
  }

  /** The keys of the till, wherever the window is; null before it was first shown. */
  private Hotkeys tillKeys() {
    Screen till = screens.get("till");
    return till == null ? null : till.keys();
  }

  private void show(Destination place) {
    if (current != null) {
      current.hidden();
    }
    current = screens.computeIfAbsent(place.id(), _ -> place.make().apply(context));
    currentId = place.id();
    rail.here(currentId);
    stage.getChildren().setAll(current.node());
    current.shown();
  }

  private void show(DeskJson.State state) {
    frame.pseudoClassStateChanged(TRAINING, state != null && state.training());
    frame.pseudoClassStateChanged(LIVE, state != null && !state.training());
    rail.waiting("anomalies", state == null ? 0 : state.waiting().openAnomalies());
    boolean orders = state != null && state.orders() != null;
    rail.waiting("orders", orders ? (int) Math.min(state.orders().newOrders(), MOST_WAITING) : 0);
    rail.waiting("settings", state == null ? 0 : state.waiting().parkedDeliveries());
  }

  private List<Hotkeys> takers() {
    if (layers.lockKeys() != null) {
      return List.of(layers.lockKeys());
    }
    List<Hotkeys> all = new ArrayList<>();
    if (next.isWaiting()) {
      all.add(next.keys());
    }
    if (layers.isHelping()) {
      all.add(help.keys());
    }
    all.addAll(explained());
    all.add(next.keys());
    return all;
  }

  /** Whose keys work now. */
  private List<Hotkeys> explained() {
    if (layers.coverKeys() != null) {
      return List.of(layers.coverKeys(), keys);
    }
    Hotkeys[] sheet = layers.sheetKeys();
    if (sheet != null) {
      return List.of(sheet[0], sheet[1], keys);
    }
    return current == null ? List.of(keys) : List.of(keys, current.keys());
  }
}
