package duken.desktop.terminal;

import duken.api.BankJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A terminal the shop is paired with.
 *
 * @param till our name in the terminal's list of clients
 * @param address where it listens
 * @param terminalId as the terminal says, or null while unknown
 * @param serial of the device, or null while unknown
 * @param fingerprint SHA-256 of the certificate that is accepted, or null without TLS
 * @param seen fingerprint of another certificate that is shown now, or null
 * @param connected whether it takes our tokens
 * @param trouble lower-snake word of what is in the way, or null
 */
public record PairedTerminal(
    String till,
    String address,
    String terminalId,
    String serial,
    String fingerprint,
    String seen,
    boolean connected,
    String trouble) {

  /** All terminals of a shop, as the engine tells them in its provider's row. */
  static List<PairedTerminal> in(List<BankJson.Provider> rows, String provider) {
    return rows.stream()
        .filter(row -> row.provider().equals(provider))
        .map(BankJson.Provider::details)
        .flatMap(PairedTerminal::numbered)
        .toList();
  }

  private static Stream<PairedTerminal> numbered(Map<String, String> facts) {
    int count = Integer.parseInt(facts.getOrDefault("terminals", "0"));
    return IntStream.rangeClosed(1, count).mapToObj(i -> of(facts, "terminal_" + i + "_"));
  }

  private static PairedTerminal of(Map<String, String> facts, String prefix) {
    return new PairedTerminal(
        facts.get(prefix + "till"),
        facts.get(prefix + "address"),
        facts.get(prefix + "terminal_id"),
        facts.get(prefix + "serial_number"),
        facts.get(prefix + "certificate_sha256"),
        facts.get(prefix + "certificate_seen_sha256"),
        "connected".equals(facts.get(prefix + "connection")),
        facts.get(prefix + "trouble"));
  }

  /** Whether it shows another certificate than the one that was accepted. */
  boolean isStrange() {
    return seen != null && !seen.equals(fingerprint);
  }
}
