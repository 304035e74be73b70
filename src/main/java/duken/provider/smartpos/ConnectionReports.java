package duken.provider.smartpos;

import duken.domain.Capability;
import duken.provider.Connection;
import duken.provider.account.ConnectionReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How a shop stands with its terminals: the first in plain names, all of them numbered. */
final class ConnectionReports {

  private final Pairings pairings;
  private final Terminals terminals;
  private final Supplier<Set<Capability>> capabilities;

  ConnectionReports(
      Pairings pairings, Terminals terminals, Supplier<Set<Capability>> capabilities) {
    this.pairings = pairings;
    this.terminals = terminals;
    this.capabilities = capabilities;
  }

  /** As far as is known; no terminal is asked. */
  ConnectionReport of(long tenantId) {
    List<Pairing> all = pairings.all(tenantId);
    if (all.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    Map<String, String> details = new TreeMap<>(facts(tenantId, all.getFirst()));
    details.put("terminals", Integer.toString(all.size()));
    for (int i = 0; i < all.size(); i++) {
      String prefix = "terminal_" + (i + 1) + "_";
      Pairing pairing = all.get(i);
      facts(tenantId, pairing).forEach((name, value) -> details.put(prefix + name, value));
      details.put(prefix + "connection", pairing.tokens() == null ? "signed_out" : "connected");
      String trouble = trouble(tenantId, pairing);
      if (trouble != null) {
        details.put(prefix + "trouble", trouble);
      }
    }
    boolean paired = all.stream().anyMatch(it -> it.tokens() != null);
    return new ConnectionReport(
        paired ? Connection.CONNECTED : Connection.SIGNED_OUT,
        all.stream()
            .map(it -> trouble(tenantId, it))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        all.stream().allMatch(it -> terminals.of(tenantId, it.till()).isReachable()),
        null,
        paired ? capabilities.get() : Set.of(),
        details);
  }

  private String trouble(long tenantId, Pairing pairing) {
    return pairing.tokens() == null
        ? "pair_again"
        : terminals.of(tenantId, pairing.till()).trouble();
  }

  private Map<String, String> facts(long tenantId, Pairing pairing) {
    Map<String, String> facts = new TreeMap<>();
    put(facts, "certificate_sha256", pairing.pin());
    if (pairing.pin() != null) {
      facts.put("certificate_issuer", pairing.ofTheBank() ? "bank" : "unknown");
    }
    facts.put("address", pairing.address().text());
    facts.put("till", pairing.till());
    put(facts, "terminal_id", pairing.terminalId());
    put(facts, "serial_number", pairing.serial());
    put(facts, "certificate_seen_sha256", terminals.of(tenantId, pairing.till()).strange());
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
