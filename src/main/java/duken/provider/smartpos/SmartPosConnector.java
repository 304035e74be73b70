package duken.provider.smartpos;

import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.account.ConnectionReport;
import duken.provider.account.FoundDevice;
import duken.provider.account.ProviderConnector;
import duken.provider.smartpos.search.AddressRange;
import duken.provider.smartpos.search.OpenPorts;
import duken.provider.smartpos.wire.CertificateLook;
import duken.provider.smartpos.wire.Fingerprint;
import duken.provider.smartpos.wire.TerminalAddress;
import duken.provider.smartpos.wire.TerminalCalls;
import duken.provider.smartpos.wire.TerminalReply;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How an owner pairs a shop with its terminal (Smart POS, sections 2 and 3). */
final class SmartPosConnector implements ProviderConnector {

  private static final int KNOWN_NAME = 105;
  private static final Duration SEARCHED = Duration.ofSeconds(1);
  private static final String UNREACHABLE =
      "The terminal does not answer at %s. Is it on, in this network, and is its address right?";

  private final SmartPosSettings settings;
  private final Pairings pairings;
  private final Terminals terminals;
  private final Journal journal;
  private final ConnectionReports reports;
  private final InstantSource clock;

  SmartPosConnector(
      SmartPosSettings settings,
      Pairings pairings,
      Terminals terminals,
      Journal journal,
      ConnectionReports reports,
      InstantSource clock) {
    this.settings = settings;
    this.pairings = pairings;
    this.terminals = terminals;
    this.journal = journal;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return SmartPosProvider.NAME;
  }

  @Override
  public ConnectionReport report(long tenantId) {
    return reports.of(tenantId);
  }

  @Override
  public ConnectionReport probe(long tenantId) {
    for (Pairing pairing : pairings.all(tenantId)) {
      terminals.of(tenantId, pairing.till()).call("deviceinfo", Map.of());
    }
    return report(tenantId);
  }

  @Override
  public ConnectOutcome connect(
      long tenantId, Map<String, String> values, Consumer<Map<String, String>> progress) {
    TerminalAddress address;
    try {
      address = TerminalAddress.parse(values.getOrDefault("address", ""));
    } catch (IllegalArgumentException _) {
      return Refused.badInput(
          "address",
          "--address needs the terminal's address in the local network, such as 192.168.1.50 or"
              + " 192.168.1.50:8080; http:// is for this computer only.");
    }
    String till = values.getOrDefault("name", "").strip();
    if (!till.isEmpty() && !till.matches("[A-Za-z0-9_-]{1,32}")) {
      return Refused.badInput(
          "name", "--name needs 1 to 32 Latin letters, digits, hyphens or underscores.");
    }
    CertificateLook.Shown shown;
    try {
      shown =
          address.plain()
              ? CertificateLook.NONE
              : CertificateLook.at(address, settings.connectTimeout());
    } catch (javax.net.ssl.SSLException _) {
      return Refused.notNow(
          "no_tls",
          "What answers at %s does not speak HTTPS: update the terminal's program, or check the"
                  .formatted(address.text())
              + " address.");
    } catch (IOException _) {
      return Refused.notNow("unreachable", UNREACHABLE.formatted(address.text()));
    }
    String name = till.isEmpty() ? pairings.till(tenantId, address) : till;
    Map<String, String> facts = new TreeMap<>(Map.of("till", name, "asked_till", name));
    if (!address.plain()) {
      facts.put("certificate_sha256", shown.fingerprint());
      facts.put("certificate_issuer", shown.ofTheBank() ? "bank" : "unknown");
    }
    progress.accept(facts);
    return paired(tenantId, address, name, shown);
  }

  private ConnectOutcome paired(
      long tenantId, TerminalAddress address, String till, CertificateLook.Shown shown) {
    TerminalReply reply;
    try (TerminalCalls calls =
        new TerminalCalls(
            address, shown.fingerprint(), settings.connectTimeout(), settings.approvalTimeout())) {
      reply = calls.get("register", Map.of("name", till), null, null);
    }
    return switch (reply) {
      case TerminalReply.Done(var data) -> {
        Optional<Tokens> tokens = Tokens.of(data);
        if (tokens.isEmpty()) {
          yield Refused.notNow(
              "answer", "The terminal's answer has no tokens; update its program and try again.");
        }
        if (pairings.all(tenantId).stream().allMatch(it -> it.till().equals(till))) {
          pairings.keepTill(tenantId, till);
        }
        pairings.save(
            tenantId,
            new Pairing(
                address,
                till,
                shown.fingerprint(),
                shown.ofTheBank(),
                tokens.get(),
                null,
                null,
                null,
                clock.instant()));
        terminals.of(tenantId, till).renewed();
        probe(tenantId);
        for (String old :
            pairings.superseded(tenantId, till, it -> answers(tenantId, it, address))) {
          journal.move(tenantId, old, till);
          terminals.of(tenantId, old).renewed();
        }
        yield new Connected(report(tenantId));
      }
      case TerminalReply.Refused(int code, String text)
          when code == KNOWN_NAME && isAboutTheName(text) ->
          Refused.notNow(
              "name_known",
              ("The terminal knows the till \"%s\" already and gives no new token. On the terminal:"
                      + " administrator's panel, protection of the integration, set up access,"
                      + " forbid this name; then try again, or choose another --name.")
                  .formatted(till));
      case TerminalReply.Refused(int code, String text) ->
          Refused.notNow(
              "refused",
              "The terminal refused (code %d)%s".formatted(code, text == null ? "." : ": " + text));
      case TerminalReply.TokenRefused _ ->
          Refused.notNow("refused", "The terminal refused the pairing.");
      case TerminalReply.NoAnswer(String code) ->
          Refused.notNow(
              "timeout".equals(code) ? "nobody_came" : "no_answer",
              "timeout".equals(code)
                  ? "Nobody approved on the terminal in time; nothing was stored."
                  : "The terminal's answer was lost; if it has allowed the till, forbid the name"
                      + " there and try again.");
      case TerminalReply.NotSent _ ->
          Refused.notNow("unreachable", UNREACHABLE.formatted(address.text()));
      case TerminalReply.Stranger _ ->
          Refused.notNow("certificate", "The terminal changed its certificate meanwhile.");
      case TerminalReply.Unpaired _ -> Refused.notNow("refused", "The terminal refused.");
    };
  }

  @Override
  public ConnectOutcome change(long tenantId, String action, Map<String, String> values) {
    String till = values.get("name");
    List<Pairing> all = pairings.all(tenantId);
    if (till == null && all.size() > 1) {
      return new Refused(
          "several",
          "This shop has several terminals; say --name of the one you mean:",
          all.stream().map(Pairing::till).toList(),
          true);
    }
    Optional<Pairing> pairing = pairings.of(tenantId, till);
    return switch (action) {
      case "accept-certificate" -> {
        Optional<String> typed = Fingerprint.typed(values.getOrDefault("fingerprint", ""));
        yield typed.isEmpty()
            ? Refused.badInput(
                "fingerprint", "--fingerprint needs the SHA-256 of a certificate: 64 hex digits.")
            : pairing
                .map(it -> accepted(tenantId, it, typed.get()))
                .orElseGet(SmartPosConnector::notPaired);
      }
      case "forget" ->
          pairing.map(it -> forgotten(tenantId, it)).orElseGet(SmartPosConnector::notPaired);
      default -> ProviderConnector.super.change(tenantId, action, values);
    };
  }

  private ConnectOutcome accepted(long tenantId, Pairing pairing, String fingerprint) {
    try {
      CertificateLook.Shown shown =
          CertificateLook.at(pairing.address(), settings.connectTimeout());
      if (!shown.fingerprint().equals(fingerprint)) {
        return Refused.notNow(
            "certificate",
            "The terminal shows another certificate: %s. Nothing was changed."
                .formatted(shown.fingerprint()));
      }
      pairings.save(tenantId, pairing.pinnedTo(shown.fingerprint(), shown.ofTheBank()));
      terminals.of(tenantId, pairing.till()).renewed();
      return new Connected(probe(tenantId));
    } catch (IOException _) {
      return Refused.notNow("unreachable", UNREACHABLE.formatted(pairing.address().text()));
    }
  }

  private ConnectOutcome forgotten(long tenantId, Pairing pairing) {
    pairings.forget(tenantId, pairing.till());
    terminals.of(tenantId, pairing.till()).renewed();
    return new Connected(report(tenantId));
  }

  private static ConnectOutcome notPaired() {
    return Refused.notNow("not_paired", "This shop has no such terminal.");
  }

  @Override
  public List<FoundDevice> search(String range) {
    AddressRange typed = AddressRange.parse(range);
    List<FoundDevice> found = new ArrayList<>();
    for (String host : OpenPorts.in(typed, SEARCHED)) {
      TerminalAddress address = new TerminalAddress(host, typed.port(), null);
      try {
        CertificateLook.Shown shown = CertificateLook.at(address, SEARCHED);
        found.add(new FoundDevice(address.text(), shown.fingerprint(), shown.ofTheBank()));
      } catch (IOException _) {
        // Something else listens there.
      }
    }
    return found;
  }

  @Override
  public void disconnect(long tenantId) {
    List<Pairing> all = pairings.all(tenantId);
    pairings.forget(tenantId);
    all.forEach(it -> terminals.of(tenantId, it.till()).renewed());
  }

  /** Whether a pairing made before is alive elsewhere than at this address. */
  private boolean answers(long tenantId, Pairing before, TerminalAddress address) {
    return !before.address().text().equals(address.text())
        && terminals.of(tenantId, before.till()).call("deviceinfo", Map.of())
            instanceof TerminalReply.Done;
  }

  private static boolean isAboutTheName(String text) {
    return text == null || text.toLowerCase(java.util.Locale.ROOT).matches(".*(already|уже).*");
  }
}
