package duken.gateway.guard;

import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.util.Locale;

/** What may be sent (gateway contract, section 1). */
public final class BodyGuard {

  /**
   * Refuses a body that says it is too large, or of another kind. One that does not say what it is
   * passes for the right one: small programs at tills forget to say it. A form with a picture has
   * to say how it is put together.
   *
   * @param declaredLength in bytes; 0 without one, -1 when it is not declared
   * @throws Refused PAYLOAD_TOO_LARGE, FILE_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
   */
  public void check(Call head, BodyKind kind, long declaredLength) {
    if (declaredLength > kind.largest()) {
      throw Refused.because(kind.tooLarge());
    }
    if (declaredLength != 0 && !isOfKind(head.header("content-type").orElse(""), kind)) {
      throw Refused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static boolean isOfKind(String type, BodyKind kind) {
    if (kind.mediaType() == null) {
      return true;
    }
    if (type.isBlank()) {
      return kind != BodyKind.PICTURE;
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    return parts[0].strip().equals(kind.mediaType()) && isUtf8(parts);
  }

  private static boolean isUtf8(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}
