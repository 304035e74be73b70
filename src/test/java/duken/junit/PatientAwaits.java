package duken.junit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test waits for a condition unless it says otherwise: on a machine under load ten
 * seconds pass for no reason. What another thread throws fails nobody's waiting.
 */
public final class PatientAwaits implements BeforeAllCallback {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LIMIT);
    Awaitility.setDefaultPollInterval(INTERVAL);
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }
}
