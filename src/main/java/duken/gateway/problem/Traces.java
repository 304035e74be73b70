package duken.gateway.problem;

/** An exception for the log without its messages, which may hold what a user sent. */
final class Traces {

  private static final int DEEPEST = 8;
  private static final int LINES = 12;

  private Traces() {}

  /** Class names and places of the exception and its causes. */
  static String withoutMessages(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] trace = cause.getStackTrace();
      for (int i = 0; i < Math.min(LINES, trace.length); i++) {
        text.append("\n    at ").append(trace[i]);
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
