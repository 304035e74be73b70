package duken.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A receipt printer at a port of this computer: reads commands as a printer does, strictly. */
public final class ReceiptPrinter implements AutoCloseable {

  /** Printers hold little. */
  private static final int BUFFER = 4096;

  private final ServerSocket socket;
  private final List<Paper> papers = new CopyOnWriteArrayList<>();
  private volatile int cause = 0x12;
  private final AtomicReference<CountDownLatch> deaf = new AtomicReference<>();

  /**
   * What one connection brought.
   *
   * @param bands heights of the pictures, in order
   * @param picture all of them below one another, or null
   * @param faults what a printer would have printed as rubbish
   */
  public record Paper(
      List<Integer> bands, BufferedImage picture, int cuts, int kicks, List<String> faults) {}

  public ReceiptPrinter() throws IOException {
    socket = new ServerSocket();
    socket.setReceiveBufferSize(BUFFER);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(this::serve);
  }

  public String place() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** What it answers when it is asked for the cause; -1 for nothing. */
  public void cause(int bits) {
    cause = bits;
  }

  /** Whether it takes connections and reads nothing of them. */
  public void deaf(boolean is) {
    CountDownLatch before = deaf.getAndSet(is ? new CountDownLatch(1) : null);
    if (before != null) {
      before.countDown();
    }
  }

  /** What was printed and kicked, in order. */
  public List<Paper> papers() {
    return List.copyOf(papers);
  }

  @Override
  public void close() throws IOException {
    deaf(false);
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> take(one));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void take(Socket one) {
    try (one) {
      CountDownLatch hears = deaf.get();
      if (hears != null) {
        hears.await();
        return;
      }
      Reading reading = new Reading(one.getInputStream(), one.getOutputStream());
      Paper paper = reading.all();
      if (paper.cuts() + paper.kicks() + paper.bands().size() + paper.faults().size() > 0) {
        papers.add(paper);
      }
    } catch (IOException | InterruptedException _) {
      // Whoever printed has gone.
    }
  }

  private final class Reading {

    private final InputStream in;
    private final OutputStream out;
    private final List<Integer> bands = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream dots = new ByteArrayOutputStream();
    private int bytesWide;
    private int cuts;
    private int kicks;

    Reading(InputStream in, OutputStream out) {
      this.in = in;
      this.out = out;
    }

    Paper all() throws IOException {
      for (int it = in.read(); it >= 0; it = in.read()) {
        switch (it) {
          case 0x0a -> {}
          case 0x10 -> status();
          case 0x1b -> escape();
          case 0x1d -> group();
          default -> faults.add("a letter " + it);
        }
      }
      return new Paper(bands, picture(), cuts, kicks, faults);
    }

    private void status() throws IOException {
      if (in.read() != 4 || in.read() != 2) {
        faults.add("an unknown question");
      } else if (cause >= 0) {
        out.write(cause);
        out.flush();
      }
    }

    private void escape() throws IOException {
      int word = in.read();
      switch (word) {
        case '@', '2' -> {}
        case 'a', 'M', 'E', '-' -> in.read();
        case 'p' -> {
          in.readNBytes(3);
          kicks++;
        }
        default -> faults.add("ESC " + word);
      }
    }

    private void group() throws IOException {
      int word = in.read();
      switch (word) {
        case '!', 'B' -> in.read();
        case 'V' -> {
          in.read();
          cuts++;
        }
        case 'v' -> raster();
        default -> faults.add("GS " + word);
      }
    }

    private void raster() throws IOException {
      if (in.read() != '0' || in.read() != 0) {
        faults.add("another raster");
      }
      int wide = in.read() + 256 * in.read();
      int high = in.read() + 256 * in.read();
      byte[] band = in.readNBytes(wide * high);
      if (band.length < wide * high || bytesWide != 0 && bytesWide != wide) {
        faults.add("half a band");
      }
      bytesWide = wide;
      bands.add(high);
      dots.write(band);
    }

    private BufferedImage picture() {
      if (bytesWide == 0) {
        return null;
      }
      byte[] all = dots.toByteArray();
      int high = all.length / bytesWide;
      BufferedImage picture =
          new BufferedImage(bytesWide * 8, high, BufferedImage.TYPE_BYTE_BINARY);
      for (int y = 0; y < high; y++) {
        for (int x = 0; x < bytesWide * 8; x++) {
          boolean black = (all[y * bytesWide + x / 8] >> (7 - x % 8) & 1) == 1;
          picture.setRGB(x, y, black ? 0xff000000 : 0xffffffff);
        }
      }
      return picture;
    }
  }
}
