package duken.installer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Makes a cache the same each time. Two caches of one list differ in the moments of its soft
 * references (milliseconds since the machine was switched on), which mean nothing to the machine
 * that reads them, and in the check sums over those. The layout is that of {@code filemap.hpp} of
 * JDK 25; where it does not fit, the build ends.
 */
final class CacheBytes {

  private static final int MAGIC = 0xf00baba2;
  private static final int HEADER_SUM = 4;
  private static final int HEADER_SIZE = 12;
  private static final int HEADER_SUMMED_FROM = 16;
  private static final int REGION_OFFSET = 24;
  private static final int REGION_USED = 40;
  private static final long LONGEST_UPTIME = 10L * 365 * 24 * 60 * 60 * 1000;

  private final ByteBuffer bytes;

  private CacheBytes(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  /** Sets to zero in the first what is another moment in the second. */
  static void keepWhatIsAlike(Path first, Path second) throws IOException {
    byte[] kept = Files.readAllBytes(first);
    new CacheBytes(kept).without(Files.readAllBytes(second));
    Files.write(first, kept);
  }

  private void without(byte[] second) {
    ByteBuffer other = ByteBuffer.wrap(second).order(ByteOrder.nativeOrder());
    must(bytes.getInt(0) == MAGIC, "another kind of file");
    must(bytes.capacity() == other.capacity(), "another size");
    must(bytes.getInt(HEADER_SUM) == sumOfHeader(), "the head is laid out otherwise");
    List<Integer> regions = new ArrayList<>();
    List<Integer> moments = new ArrayList<>();
    for (int at = HEADER_SUMMED_FROM; at + Long.BYTES <= bytes.capacity(); at += Long.BYTES) {
      if (bytes.getLong(at) == other.getLong(at)) {
        continue;
      }
      if (at < bytes.getInt(HEADER_SIZE)) {
        must(bytes.getInt(at) == sumOfRegion(at), "what is at " + at + " of the head");
        regions.add(at);
      } else {
        moments.add(at);
      }
    }
    for (int at : moments) {
      must(isMoment(bytes.getLong(at)) && isMoment(other.getLong(at)), "more than moments, " + at);
      bytes.putLong(at, 0);
    }
    for (int region : regions) {
      bytes.putInt(region, sumOfRegion(region));
    }
    bytes.putInt(HEADER_SUM, sumOfHeader());
  }

  private static boolean isMoment(long value) {
    return value > 0 && value < LONGEST_UPTIME;
  }

  private int sumOfHeader() {
    return sum(HEADER_SUMMED_FROM, bytes.getInt(HEADER_SIZE));
  }

  private int sumOfRegion(int region) {
    long from = bytes.getLong(region + REGION_OFFSET);
    return sum((int) from, (int) (from + bytes.getLong(region + REGION_USED)));
  }

  private int sum(int from, int to) {
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), from, to - from);
    return (int) sum.getValue();
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("Two caches of one list differ: " + what);
    }
  }
}
