package duken.gateway.guard;

import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.util.Locale;

/** What may be sent (gateway contract, section 1). */
public final class BodyGuard {

  /**
   * Refuses a body that says it is too large.
   *
   * @param declaredLength in bytes, or -1 when it is not declared
   * @throws Refused PAYLOAD_TOO_LARGE, FILE_TOO_LARGE
   */
  public void checkLength(long declaredLength, BodyKind kind) {
    if (declaredLength > kind.largest()) {
      throw Refused.because(kind.tooLarge());
    }
  }

  /**
   * Refuses a body of another kind. One that does not say what it is passes for the right one:
   * small programs at tills forget to say it. A form with a picture has to say how it is put
   * together.
   *
   * @throws Refused UNSUPPORTED_MEDIA_TYPE
   */
  public void checkType(Call call, BodyKind kind) {
    if (kind.mediaType() == null) {
      return;
    }
    String type = call.header("content-type").orElse(null);
    if (kind != BodyKind.PICTURE && (type == null || type.isBlank())) {
      return;
    }
    if (type == null) {
      throw Refused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";");
    boolean rightKind = parts[0].strip().equals(kind.mediaType());
    if (!rightKind || !isUtf8(parts)) {
      throw Refused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
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
