package duken.desktop.shell.scan;

import duken.api.CatalogItemJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What becomes of a scanned code: an item of the catalog where one can be used, else words. */
public final class ScannedItems {

  /** The longest barcode an item can have (gateway contract, section 11.3). */
  private static final int LONGEST = 50;

  private static final int SHOWN = 32;

  private final EngineApi engine;
  private final Background background;
  private final Predicate<CatalogItemJson> taker;
  private final Consumer<Message> words;

  /**
   * @param taker uses an item where the window is now; answers whether it did
   * @param words says something without taking the focus
   */
  public ScannedItems(
      EngineApi engine,
      Background background,
      Predicate<CatalogItemJson> taker,
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
        () -> engine.till().itemWithBarcode(barcode),
        item -> found(barcode, item),
        _ -> say("shell.scan.unasked", shown(barcode)));
  }

  private void found(String barcode, CatalogItemJson item) {
    if (item == null) {
      say("shell.scan.unknown", shown(barcode));
      return;
    }
    String price = Sums.format(item.sellingPrice().toPlainString());
    say(taker.test(item) ? "shell.scan.added" : "shell.scan.item", item.name(), price);
  }

  private void say(String key, Object... args) {
    Tone tone = key.equals("shell.scan.added") ? Tone.GOOD : Tone.PLAIN;
    words.accept(Message.of(tone, key, args));
  }

  private static String shown(String code) {
    return code.length() > SHOWN ? code.substring(0, SHOWN) + "…" : code;
  }
}
