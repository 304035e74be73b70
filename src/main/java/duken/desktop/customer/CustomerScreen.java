package duken.desktop.customer;

import duken.api.DeskJson;
import duken.desktop.kit.Theme;
import duken.desktop.kit.task.Heartbeat;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Subscription;

/**
 * The window on the customer's monitor: without a border, as large as the monitor, and never with
 * the focus. It goes when the monitor is unplugged and comes back with it; what was shown there
 * stands on the cashier's screen all the time.
 */
public final class CustomerScreen implements AutoCloseable {

  /** The green stays so long, though the cashier goes on at once. */
  private static final int THANKS_BEATS = 16;

  private final Displays displays;
  private final ObservableValue<String> wanted;
  private final Runnable focusBack;
  private final Texts texts = new Texts(Language.KK);
  private final ObjectProperty<CustomerShow> shown = new SimpleObjectProperty<>(CustomerShow.IDLE);
  private final CustomerView view = new CustomerView(shown, texts);
  private final Scene scene = new Scene(view);
  private final InvalidationListener changed = _ -> place();
  private Subscription subscription = Subscription.EMPTY;
  private CustomerShow next = CustomerShow.IDLE;
  private int thanks;
  private Stage stage;

  /**
   * @param wanted name of the monitor; empty for none
   * @param focusBack gives the focus back to the cashier's window
   */
  public CustomerScreen(Displays displays, ObservableValue<String> wanted, Runnable focusBack) {
    this.displays = displays;
    this.wanted = wanted;
    this.focusBack = focusBack;
  }

  /** Shows itself from now on, where there is a monitor for it. */
  public void follow(
      ObservableValue<CustomerShow> show,
      ObservableValue<DeskJson.State> state,
      ObservableValue<Language> language,
      ObservableValue<Theme> theme,
      Heartbeat heartbeat) {
    displays.onChange(changed);
    subscription =
        Subscription.combine(
            show.subscribe(this::show),
            state.subscribe(view::tell),
            language.subscribe(texts::speak),
            theme.subscribe(it -> it.dress(scene)),
            wanted.subscribe(_ -> place()),
            heartbeat.listen(this::beat));
  }

  /** Whether it stands on a monitor now. */
  public boolean isOpen() {
    return stage != null;
  }

  /** Its inside. */
  public Scene scene() {
    return scene;
  }

  private void show(CustomerShow now) {
    next = now;
    boolean waits = thanks > 0 && now instanceof CustomerShow.Idle;
    if (!waits) {
      thanks = now instanceof CustomerShow.Paid ? THANKS_BEATS : 0;
      shown.set(now);
    }
  }

  private void beat() {
    if (thanks > 0 && --thanks == 0 && next instanceof CustomerShow.Idle) {
      shown.set(next);
    }
    view.beat();
  }

  private void place() {
    Rectangle2D bounds =
        displays.others().stream()
            .filter(it -> it.name().equals(wanted.getValue()))
            .map(Displays.Display::bounds)
            .findFirst()
            .orElse(null);
    if (bounds == null) {
      hide();
      return;
    }
    boolean there =
        stage != null
            && Objects.equals(
                bounds,
                new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    if (!there) {
      hide();
      stage = new Stage(StageStyle.UNDECORATED);
      stage.setTitle("Duken");
      stage.setX(bounds.getMinX());
      stage.setY(bounds.getMinY());
      stage.setWidth(bounds.getWidth());
      stage.setHeight(bounds.getHeight());
      stage.setScene(scene);
      stage.setResizable(false);
      // Alt F4 at the cashier's keyboard shall not take the customer's QR away.
      stage.setOnCloseRequest(event -> event.consume());
      stage.focusedProperty().subscribe(focused -> giveBack(focused));
      stage.show();
      focusBack.run();
    }
  }

  private void giveBack(boolean focused) {
    if (focused) {
      focusBack.run();
    }
  }

  private void hide() {
    if (stage != null) {
      stage.setScene(null);
      stage.hide();
      stage = null;
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    hide();
  }
}
