package duken.desktop.orders;

import duken.api.DeskJson;
import duken.api.orders.OrdersJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import java.time.Instant;

/** Says that an order came, wherever the window is; with a sound when the shop wants one. */
public final class OrderAlarm {

  private final DeskContext context;
  private final Runnable sound;

  /** When the last order was made that was there before or was said. */
  private Instant latest;

  private boolean begun;

  public OrderAlarm(DeskContext context) {
    this(context, () -> Thread.ofVirtual().name("order-chime").start(OrderChime::play));
  }

  /**
   * @param sound plays something; returns at once
   */
  public OrderAlarm(DeskContext context, Runnable sound) {
    this.context = context;
    this.sound = sound;
  }

  /** Listens from now on; the window's feed ends with the window. */
  public void listen() {
    context.feed().stateProperty().subscribe(this::told);
  }

  private void told(DeskJson.State state) {
    OrdersJson.Standing now = state == null ? null : state.orders();
    if (now == null) {
      return;
    }
    Instant newest = now.newestAt() == null ? null : Instant.parse(now.newestAt());
    boolean came = newest != null && (latest == null || newest.isAfter(latest));
    if (begun && came) {
      context.navigator().say(Message.of(Tone.ACTIVE, "orders.came", now.newOrders()));
      if (context.preferences().orderSound()) {
        sound.run();
      }
    }
    if (came) {
      latest = newest;
    }
    begun = true;
  }
}
