package duken.app;

import duken.api.BankJson;
import duken.app.cli.DoctorCommand.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                "sent",
                "with each payment %s is told the sum, trade point %s and device %s"
                    .formatted(
                        details.get("url"), details.get("trade_point"), details.get("device"))));
        if ("r1".equals(details.get("scheme"))) {
          findings.add(Finding.ok("missing", "scheme r1 has no refunds and no bills to phones"));
        }
        if (details.containsKey("certificate_expires_at")) {
          findings.add(
              Finding.ok("certificate", "valid until " + details.get("certificate_expires_at")));
        }
      }
      case "epay" -> {
        String callback = String.valueOf(details.get("callback_post"));
        findings.add(
            Finding.ok(
                "sent",
                "with each payment %s is told the sum, terminal %s and the callback address"
                    .formatted(details.get("api_url"), details.get("terminal"))));
        findings.add(
            isPublic(callback)
                ? Finding.ok("callback", "ePay calls " + origin(callback))
                : Finding.warning(
                    "callback",
                    "ePay cannot reach %s: set public-url to an https address that leads here"
                        .formatted(origin(callback))));
      }
      case "smart-pos" ->
          findings.add(
              "bank".equals(details.get("certificate_issuer"))
                  ? sentToTerminal(details)
                  : Finding.warning(
                      "certificate",
                      "the terminal at %s shows a certificate that the bank has not issued; it is"
                              .formatted(details.get("address"))
                          + " recognised by its fingerprint alone"));
      case "marketplace" -> {
        findings.add(
            Finding.ok(
                "sent",
                details.get("api_url") + " is told the shop's token and which orders are wanted"));
        if (!details.containsKey("merchant_uid")) {
          findings.add(
              Finding.ok("missing", "the shop's number is not set; orders do not need it"));
        }
      }
      default -> {}
    }
    return findings;
  }

  private static Finding standing(BankJson.Provider row) {
    String name = row.provider() + (row.live() ? ", takes new payments" : "");
    if (row.connection().equals("signed_out")) {
      return Finding.problem("bank", name + ": " + trouble(row, "refused") + "; connect it again");
    }
    if (!row.reachable()) {
      return Finding.warning("bank", name + ": connected, but it does not answer");
    }
    return row.trouble() == null
        ? Finding.ok("bank", name + ": connected")
        : Finding.warning("bank", name + ": connected, but " + trouble(row, "troubled"));
  }

  private static String trouble(BankJson.Provider row, String otherwise) {
    return row.trouble() == null ? otherwise : row.trouble().replace('_', ' ');
  }

  private static Finding sentToTerminal(Map<String, String> details) {
    return Finding.ok(
        "sent",
        "the terminal at %s is told sums in whole tenge and the till's name %s"
            .formatted(details.get("address"), details.get("till")));
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
