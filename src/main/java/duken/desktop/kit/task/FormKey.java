package duken.desktop.kit.task;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The idempotency key of a form. Minted when the form opens. When the engine gave no answer and the
 * same thing is sent again, it goes with the same key, so it cannot happen twice; when something
 * was changed in between, it is another request and gets another key.
 */
public final class FormKey {

  private final Supplier<String> mint;
  private String key;
  private Object sent;

  public FormKey() {
    this(() -> UUID.randomUUID().toString());
  }

  /** The same with keys from {@code mint}, 8 to 200 visible ASCII characters each. */
  public FormKey(Supplier<String> mint) {
    this.mint = mint;
    key = mint.get();
  }

  /**
   * The key to send {@code request} with.
   *
   * @param request compared with {@code equals} to what was sent before
   */
  public String keyFor(Object request) {
    if (sent != null && !sent.equals(request)) {
      key = mint.get();
    }
    sent = request;
    return key;
  }

  /** The form opens anew, or the engine gave its final word: the next request is a new one. */
  public void renew() {
    key = mint.get();
    sent = null;
  }
}
