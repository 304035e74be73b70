package duken.paper;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What an ESC/POS printer is told. */
final class EscPosCommands {

  /** The status question DLE EOT 2: why the printer is off line, one byte back. */
  static final byte[] ASK_CAUSE = {0x10, 0x04, 2};

  /** A bit of its answer: the cover is open. */
  static final int COVER_OPEN = 0x04;

  /** A bit of its answer: it stopped because the paper is at its end. */
  static final int NO_PAPER = 0x20;

  /** Bits that each answer has, and those it never has: other bytes are no answer to this. */
  static final int ALWAYS = 0x12;

  static final int NEVER = 0x81;

  /** Printers hold little in memory: a picture reaches them in bands of so many dots. */
  static final int BAND = 128;

  private static final int FEED_LINES = 4;
  private static final int PULSE_MS = 100;

  private EscPosCommands() {}

  /** A picture, the paper cut after it. */
  static byte[] picture(BufferedImage picture) {
    return bytes(
        printer -> {
          printer.initializePrinter();
          for (int y = 0; y < picture.getHeight(); y += BAND) {
            int high = Math.min(BAND, picture.getHeight() - y);
            BufferedImage band = picture.getSubimage(0, y, picture.getWidth(), high);
            printer.write(
                new RasterBitImageWrapper(),
                new EscPosImage(new CoffeeImageImpl(band), new BitonalThreshold()));
          }
          printer.feed(FEED_LINES).cut(EscPos.CutMode.PART);
        });
  }

  /** Opens the drawer that hangs on the printer. */
  static byte[] kick() {
    return bytes(printer -> printer.pulsePin(EscPos.PinConnector.Pin_2, PULSE_MS, PULSE_MS * 2));
  }

  private interface Talk {
    void to(EscPos printer) throws IOException;
  }

  private static byte[] bytes(Talk talk) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos printer = new EscPos((OutputStream) bytes)) {
      talk.to(printer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
