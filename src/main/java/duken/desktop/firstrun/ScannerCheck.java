package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * A barcode scanner: it types quicker than a hand.
 *
 * @param listen hands over the codes that are scanned from now on
 */
record ScannerCheck(Consumer<Consumer<String>> listen) implements CounterCheck {

  private static final int SHOWN = 32;

  @Override
  public Step step() {
    return Step.SCANNER;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(
        Material2RoundMZ.QR_CODE_SCANNER,
        Material2RoundAL.ARROW_FORWARD,
        Material2RoundMZ.POINT_OF_SALE);
  }

  @Override
  public void look(Consumer<Message> found) {
    found.accept(Message.of(Tone.WAITING, "firstrun.scanner.waits"));
    listen.accept(
        code ->
            found.accept(
                Message.of(
                    Tone.GOOD,
                    "firstrun.scanner.read",
                    code.length() > SHOWN ? code.substring(0, SHOWN) + "…" : code)));
  }
}
