package duken.gateway.pay;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A square picture in black and white, written without a toolkit a headless machine may lack. */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int ONE_BIT = 1;
  private static final int GREY = 0;

  private Png() {}

  /** Tells whether a pixel is black. */
  @FunctionalInterface
  interface Pixels {
    boolean isBlack(int x, int y);
  }

  /** The picture of {@code side} times {@code side} pixels. */
  static byte[] encode(int side, Pixels pixels) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(side);
      fields.writeInt(side);
      fields.write(new byte[] {ONE_BIT, GREY, 0, 0, 0});
      chunk(file, "IHDR", header.toByteArray());
      chunk(file, "IDAT", rows(side, pixels));
      chunk(file, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] rows(int side, Pixels pixels) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[1 + (side + 7) / 8];
      for (int y = 0; y < side; y++) {
        Arrays.fill(row, (byte) 0);
        for (int x = 0; x < side; x++) {
          if (!pixels.isBlack(x, y)) {
            row[1 + x / 8] |= (byte) (0x80 >> x % 8);
          }
        }
        deflater.write(row);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
