package duken.provider.account;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How an owner connects a shop to one provider with values such as an address or a key. Calls block
 * while the provider is asked, are safe from any thread, and never throw for anything a network or
 * a provider does.
 */
public interface ProviderConnector {

  /** The provider's short name, {@code smart-pos}. */
  String provider();

  /** Whether it can take a shop's money; one that only brings orders never becomes the live one. */
  default boolean takesPayments() {
    return true;
  }

  /** What is known of a shop's connection. Asks nobody. */
  ConnectionReport report(long tenantId);

  /** Asks the provider whether the connection lives, and tells what is known then. */
  ConnectionReport probe(long tenantId);

  /**
   * Connects a shop. Asks once: a step that a person has to take is never repeated by itself.
   *
   * @param values what was typed, by the option's name without dashes, {@code address}; files as
   *     their content, binary ones in Base64
   * @param progress is told facts that the person should see meanwhile, by lower-snake name
   */
  ConnectOutcome connect(
      long tenantId, Map<String, String> values, Consumer<Map<String, String>> progress);

  /**
   * Changes one thing of a connection, {@code accept-certificate}.
   *
   * @param values as in {@link #connect}
   */
  default ConnectOutcome change(long tenantId, String action, Map<String, String> values) {
    return ConnectOutcome.Refused.badInput(
        "unknown_action", "There is nothing of this kind to change.");
  }

  /**
   * Looks for devices of this provider in a range of the local network. Blocks for some seconds.
   *
   * @param range as a person typed it, {@code 192.168.1.1-254}
   * @throws IllegalArgumentException when it is none, not of the local network, or there is nothing
   *     to look for
   */
  default List<FoundDevice> search(String range) {
    throw new IllegalArgumentException("nothing to look for");
  }

  /** Forgets what is kept of a shop. Its invoices stay and wait. */
  void disconnect(long tenantId);
}
