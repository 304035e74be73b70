package duken.app;

import duken.api.BankJson;
import duken.app.cli.DoctorCommand.Finding;
import duken.app.words.Said;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code duken doctor} says of a way to the bank beside the cashier's session. */
public final class ProviderExamination {

  private ProviderExamination() {}

  /** How it stands, what the other side is told with a payment, and what is missing. */
  public static List<Finding> of(BankJson.Provider row) {
    if (row.connection().equals("not_configured")) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(standing(row));
    Map<String, String> details = row.details();
    switch (row.provider()) {
      case "kaspi-pay" -> {
        findings.add(
            Finding.ok(
                "sent", said("doctor.kaspi_pay.sent", details, "url", "trade_point", "device")));
        if ("r1".equals(details.get("scheme"))) {
          findings.add(Finding.ok("missing", Said.of("doctor.kaspi_pay.r1")));
        }
        if (details.containsKey("certificate_expires_at")) {
          findings.add(
              Finding.ok(
                  "certificate", said("doctor.certificate", details, "certificate_expires_at")));
        }
      }
      case "epay" -> {
        String callback = String.valueOf(details.get("callback_post"));
        findings.add(Finding.ok("sent", said("doctor.epay.sent", details, "api_url", "terminal")));
        findings.add(
            isPublic(callback)
                ? Finding.ok("callback", Said.of("doctor.epay.callback", origin(callback)))
                : Finding.warning(
                    "callback", Said.of("doctor.epay.unreachable", origin(callback))));
      }
      case "smart-pos" ->
          findings.add(
              "bank".equals(details.get("certificate_issuer"))
                  ? sentToTerminal(details)
                  : Finding.warning(
                      "certificate", said("doctor.terminal.certificate", details, "address")));
      case "marketplace" -> {
        findings.add(Finding.ok("sent", said("doctor.marketplace.sent", details, "api_url")));
        if (!details.containsKey("merchant_uid")) {
          findings.add(Finding.ok("missing", Said.of("doctor.marketplace.uid")));
        }
      }
      default -> {}
    }
    return findings;
  }

  /** A sentence with these details in its gaps. */
  private static Said said(String key, Map<String, String> details, String... names) {
    return Said.of(key, Stream.of(names).map(name -> String.valueOf(details.get(name))).toArray());
  }

  private static Finding standing(BankJson.Provider row) {
    Object name = row.live() ? Said.of("doctor.way.live", row.provider()) : (Object) row.provider();
    if (row.connection().equals("signed_out")) {
      return Finding.problem("bank", Said.of("doctor.way.out", name, trouble(row, "refused")));
    }
    if (!row.reachable()) {
      return Finding.warning("bank", Said.of("doctor.way.silent", name));
    }
    return row.trouble() == null
        ? Finding.ok("bank", Said.of("doctor.way", name))
        : Finding.warning("bank", Said.of("doctor.way.troubled", name, trouble(row, "troubled")));
  }

  private static String trouble(BankJson.Provider row, String otherwise) {
    return row.trouble() == null ? otherwise : row.trouble().replace('_', ' ');
  }

  private static Finding sentToTerminal(Map<String, String> details) {
    return Finding.ok("sent", said("doctor.terminal.sent", details, "address", "till"));
  }

  /** The path of a callback holds a secret. */
  private static String origin(String address) {
    URI url = URI.create(address);
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static boolean isPublic(String address) {
    URI url = URI.create(address);
    String host = String.valueOf(url.getHost());
    return "https".equals(url.getScheme())
        && !host.equals("localhost")
        && !host.startsWith("127.")
        && !host.equals("[::1]");
  }
}
