package duken.domain.catalog;

import java.util.Optional;

/** The pictures a catalog takes, told by their leading bytes (gateway contract, section 11.4). */
public enum ImageType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp");

  /** How many bytes tell the type. */
  public static final int LEADING_BYTES = 12;

  private static final byte[] JPEG_START = bytes(0xFF, 0xD8, 0xFF);
  private static final byte[] PNG_START = bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
  private static final byte[] RIFF = bytes('R', 'I', 'F', 'F');
  private static final byte[] WEBP_MARK = bytes('W', 'E', 'B', 'P');

  /** RIFF, four bytes of length, then the kind. */
  private static final int WEBP_MARK_AT = 8;

  private final String mime;

  ImageType(String mime) {
    this.mime = mime;
  }

  /** The media type, {@code image/png}. */
  public String mime() {
    return mime;
  }

  /** The type of a picture that begins so. */
  public static Optional<ImageType> ofLeadingBytes(byte[] content) {
    if (has(content, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (has(content, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    if (has(content, 0, RIFF) && has(content, WEBP_MARK_AT, WEBP_MARK)) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  private static boolean has(byte[] content, int at, byte[] mark) {
    if (content.length < at + mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
