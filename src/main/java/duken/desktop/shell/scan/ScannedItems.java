package duken.desktop.shell.scan;

import duken.api.EngineApi;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What becomes of a scanned code: an item of the catalog where one can be used, else words. */
public final class ScannedItems {

  /** Longer than any GS1 code of one item. */
  private static final int LONGEST = 200;

  private static final int SHOWN = 32;

  private final EngineApi engine;
  private final Background background;
  private final Predicate<GoodsJson.Found> taker;
  private final Consumer<Message> words;

  /**
   * @param taker uses an item where the window is now; answers whether it did
   * @param words says something without taking the focus
   */
  public ScannedItems(
      EngineApi engine,
      Background background,
      Predicate<GoodsJson.Found> taker,
      Consumer<Message> words) {
    this.engine = engine;
    this.background = background;
    this.taker = taker;
    this.words = words;
  }

  public void scanned(String code) {
    String barcode = code.strip();
    if (barcode.length() > LONGEST) {
      say("shell.scan.unknown", shown(barcode));
      return;
    }
    background.ask(
        () -> engine.goods().byBarcode(barcode),
        item -> found(barcode, item),
        _ -> say("shell.scan.unasked", shown(barcode)));
  }

  private void found(String barcode, GoodsJson.Found found) {
    GoodsJson.Item item = found.item();
    if (item == null) {
      say("shell.scan.unknown", shown(barcode));
      return;
    }
    // What was taken is seen where it lies now.
    if (!taker.test(found)) {
      say("shell.scan.item", item.name(), Sums.format(item.price()));
    }
  }

  private void say(String key, Object... args) {
    words.accept(Message.of(Tone.PLAIN, key, args));
  }

  private static String shown(String code) {
    return code.length() > SHOWN ? code.substring(0, SHOWN) + "…" : code;
  }
}
