package duken.gateway.guard;

import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.util.Locale;

/** What may be sent (gateway contract, section 1). */
public final class BodyGuard {

  /** The largest JSON body, 1 MiB. */
  public static final int LARGEST = 1024 * 1024;

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * Refuses a body that says it is too large.
   *
   * @param declaredLength in bytes, or -1 when it is not declared
   * @throws Refused PAYLOAD_TOO_LARGE
   */
  public void checkLength(long declaredLength) {
    if (declaredLength > LARGEST) {
      throw Refused.because(Problem.PAYLOAD_TOO_LARGE);
    }
  }

  /**
   * Refuses a body of another kind. One that does not say what it is passes for the right one:
   * small programs at tills forget to say it.
   *
   * @param page a pay page takes forms, everything else JSON
   * @throws Refused UNSUPPORTED_MEDIA_TYPE
   */
  public void checkType(Call call, boolean page) {
    String type = call.header("content-type").orElse(null);
    if (type == null || type.isBlank()) {
      return;
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";");
    boolean rightKind = parts[0].strip().equals(page ? FORM : JSON);
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
