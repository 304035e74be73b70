package duken.desktop;

import duken.api.EngineProblem;
import duken.api.orders.OrderFilter;
import duken.api.orders.OrderJson;
import duken.api.orders.OrdersApi;
import duken.api.orders.OrdersJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** Orders in memory, to look at their screen. */
public final class SampleOrders implements OrdersApi {

  /** The picture of the goods that the catalog has, and its one colour. */
  public static final UUID PICTURE = new UUID(7, 7);

  public static final Color PICTURE_COLOUR = Color.rgb(180, 60, 20);

  /** What the catalog answers for it: a PNG. */
  public byte[] picture = png();

  /** How often it was asked for. */
  public int picturesAsked;

  /** How the shop stands; null as from an older engine. */
  public OrdersJson.Standing standing;

  /** What there is. */
  public final List<OrderJson> orders = new ArrayList<>();

  /** What was asked to be done: {@code accept 100000001 {}}. */
  public final List<String> done = new ArrayList<>();

  /** What lists were asked for. */
  public final List<OrderFilter> filters = new ArrayList<>();

  /** Thrown by the next action, or null. */
  public RuntimeException nextFailure;

  /** The answer to the next action, or null for the order as it is. */
  public OrderJson nextAnswer;

  /** Since when orders were asked to be fetched, or null. */
  public String fetched;

  /** Whether an import was stopped. */
  public boolean stopped;

  @Override
  public OrdersJson.Standing standing() {
    return standing;
  }

  @Override
  public OrdersJson.Listing list(OrderFilter filter) {
    filters.add(filter);
    List<OrderJson> found =
        orders.stream()
            .filter(it -> filter.state() == null || it.stage().state().equals(filter.state()))
            .filter(it -> filter.status() == null || it.stage().status().equals(filter.status()))
            .filter(it -> filter.search() == null || it.code().contains(filter.search()))
            .toList();
    return new OrdersJson.Listing(found, new OrdersJson.Meta(found.size()));
  }

  @Override
  public OrderJson order(String idOrCode) {
    return orders.stream()
        .filter(it -> it.code().equals(idOrCode) || it.id().equals(idOrCode))
        .findFirst()
        .orElseThrow(() -> new EngineProblem(404, "NOT_FOUND", "no such order", Map.of()));
  }

  @Override
  public OrdersJson.Buyer buyer(String idOrCode) {
    return order(idOrCode).stage().canonicalStatus().equals("pending")
        ? new OrdersJson.Buyer("Асель Т.", "7001234567")
        : null;
  }

  @Override
  public OrderJson act(String idOrCode, String action, Map<String, Object> values) {
    done.add(action + " " + order(idOrCode).code() + " " + values);
    if (nextFailure != null) {
      RuntimeException failure = nextFailure;
      nextFailure = null;
      throw failure;
    }
    OrderJson answer = nextAnswer == null ? order(idOrCode) : nextAnswer;
    nextAnswer = null;
    orders.replaceAll(it -> it.id().equals(answer.id()) ? answer : it);
    return answer;
  }

  @Override
  public OrdersJson.Progress refresh() {
    return new OrdersJson.Progress("done", orders.size(), 1, 1, "2026-05-14T10:00:00Z");
  }

  @Override
  public void fetch(String from) {
    fetched = from;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public byte[] picture(UUID imageId) {
    picturesAsked++;
    return picture;
  }

  private static byte[] png() {
    BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    int colour = 180 << 16 | 60 << 8 | 20;
    for (int i = 0; i < 120 * 120; i++) {
      image.setRGB(i % 120, i / 120, colour);
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
