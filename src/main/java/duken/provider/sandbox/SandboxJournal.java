package duken.provider.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An append-only file of text lines. A line is first written, then settled: whoever settles forces
 * everything written so far to the disk, so that many writers share one fsync. A torn last line, as
 * a power cut leaves it, is cut off at opening. A plain stream is used, not a channel: an interrupt
 * closes a channel under everybody.
 */
final class SandboxJournal implements AutoCloseable {

  /** Orders the lines; held while one is handed to the operating system. */
  private final ReentrantLock writing = new ReentrantLock();

  /** Held while the disk is waited for. Taken after, never before, {@code writing}. */
  private final ReentrantLock settling = new ReentrantLock();

  private final FileOutputStream file;
  private volatile long written;
  private volatile long settled;

  /** A line was not written whole: the next one begins a new line first. */
  private boolean torn;

  private SandboxJournal(FileOutputStream file) {
    this.file = file;
  }

  /** Hands every whole line to {@code lines}, oldest first, and opens the file for more. */
  static SandboxJournal open(Path path, Consumer<String> lines) throws IOException {
    long whole = Files.exists(path) ? replay(path, lines) : 0;
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.size() > whole) {
        channel.truncate(whole);
        channel.force(true);
      }
    }
    settleFolder(path);
    return new SandboxJournal(new FileOutputStream(path.toFile(), true));
  }

  /** Where folders can be forced to the disk, the file's name is; Windows does so by itself. */
  private static void settleFolder(Path path) {
    try (FileChannel folder =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException _) {
      // Not possible here.
    }
  }

  /** Replaces the file by these lines, whole or not at all. */
  static void rewrite(Path path, Stream<String> lines) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lines.forEach(line -> bytes.writeBytes((line + '\n').getBytes(StandardCharsets.UTF_8)));
      bytes.writeTo(out);
      out.getFD().sync();
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    settleFolder(path);
  }

  /**
   * Appends a line. It survives a crash of the program at once, and one of the machine when its
   * number is settled.
   *
   * @return the line's number
   * @throws UncheckedIOException when the disk is full or gone
   */
  long write(String line) {
    writing.lock();
    try {
      byte[] bytes = ((torn ? "\n" : "") + line + '\n').getBytes(StandardCharsets.UTF_8);
      torn = true;
      file.write(bytes);
      torn = false;
      return ++written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Returns when the line with this number is on the disk.
   *
   * @throws UncheckedIOException when the disk does not take it
   */
  void settle(long number) {
    if (settled >= number) {
      return;
    }
    settling.lock();
    try {
      if (settled < number) {
        long upTo = written;
        file.getFD().sync();
        settled = upTo;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      settling.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    settle(written);
    file.close();
  }

  private static long replay(Path path, Consumer<String> lines) throws IOException {
    long whole = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          lines.accept(line.toString(StandardCharsets.UTF_8));
          whole += line.size() + 1L;
          line.reset();
        } else {
          line.write(b);
        }
      }
    }
    return whole;
  }
}
