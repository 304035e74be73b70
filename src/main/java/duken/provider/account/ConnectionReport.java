package duken.provider.account;

import duken.domain.Capability;
import duken.provider.Connection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a shop stands with one provider.
 *
 * @param trouble lower-snake word of what is in the way, {@code certificate_changed}, or null
 * @param reachable whether the provider answered when it was last asked
 * @param organization the shop's name as the provider knows it, or null
 * @param capabilities what the provider can do for this shop
 * @param details further facts by short lower-snake name; nothing secret
 */
public record ConnectionReport(
    Connection connection,
    String trouble,
    boolean reachable,
    String organization,
    Set<Capability> capabilities,
    Map<String, String> details) {

  public ConnectionReport {
    Objects.requireNonNull(connection);
    capabilities = Set.copyOf(capabilities);
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** The word for windows and programs: {@code connected}, {@code signed_out} … */
  public String word() {
    return connection.name().toLowerCase(Locale.ROOT);
  }

  /** Nobody has connected it. */
  public static ConnectionReport notConfigured() {
    return new ConnectionReport(Connection.NOT_CONFIGURED, null, true, null, Set.of(), Map.of());
  }
}
