package duken.gateway;

import duken.domain.Phone;
import duken.engine.Caller;
import java.util.List;

/** What a shop may know of the bank road its money takes. */
public interface BankView {

  /** The road of this caller's money. */
  Road road(Caller caller);

  /**
   * The name the bank knows a customer by, null when it does not tell. Blocks while the bank is
   * asked.
   *
   * @throws duken.domain.Refusal NOT_SUPPORTED_BY_PROVIDER, PROVIDER_SESSION_INVALID
   */
  String payerName(Caller caller, Phone phone);

  /**
   * A road.
   *
   * @param name short, {@code sandbox}; null when none is connected
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param capabilities lower-case words, see {@link duken.domain.Capability}
   * @param reachable whether the last question to the bank was answered
   */
  record Road(String name, String connection, List<String> capabilities, boolean reachable) {

    /** Whether money can take it now. */
    public boolean isConnected() {
      return "connected".equals(connection);
    }
  }
}
