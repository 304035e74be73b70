package duken.gateway.input;

import java.util.Arrays;

/**
 * A part of a form, as a window into the body it came in.
 *
 * @param name of the field
 * @param mediaType lower case without parameters, empty when none was declared
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record FormPart(String name, String mediaType, byte[] body, int from, int until) {

  /** How many bytes it has. */
  public int size() {
    return until - from;
  }

  /** Its bytes, copied. */
  public byte[] content() {
    return Arrays.copyOfRange(body, from, until);
  }
}
