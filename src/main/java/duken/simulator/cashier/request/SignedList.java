package duken.simulator.cashier.request;

import duken.simulator.proof.Curve;
import duken.simulator.proof.SignProfile;
import duken.simulator.wire.Request;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The signature of a request: by the list {@code X-SH} that came with it (sections 4, 5.1, 12). Low
 * S is not asked for.
 */
public final class SignedList {

  /** What every list holds. */
  public static final List<String> ALWAYS = List.of(SignProfile.URL, "X-Time", "X-SV");

  /** What the list of a call with a token holds besides. */
  static final List<String> WITH_TOKEN = List.of("X-Kb-TokenSn", "X-Kb-TokenSnMac", "X-Install-ID");

  private static final Set<String> KNOWN =
      Set.of(
          SignProfile.URL,
          "x-request-id",
          "x-device-id",
          "x-platform-ver",
          "x-platform-type",
          "x-app-bld",
          "x-app-ver",
          "x-time",
          "x-time-zone",
          "x-kb-tokensn",
          "x-kb-tokensnmac",
          "x-kb-client-ip",
          "x-call",
          "x-pi",
          "x-install-id",
          "x-locale",
          "x-sv",
          "x-s",
          "x-net-type",
          "x-emulator");

  private SignedList() {}

  /**
   * Checks list and signature.
   *
   * @param key of the phone that signed in
   * @param needed names the list must hold
   */
  public static void check(
      Request request, ECPublicKey key, List<String> needed, Set<SignProfile> profiles) {
    List<String> names = List.of(Forms.one(request, "X-SH").split(",", -1));
    checkNames(request, names, needed);
    String signature = Forms.one(request, "X-Sign");
    boolean signed =
        profiles.stream()
            .anyMatch(
                profile -> {
                  byte[] words =
                      profile.words(
                          request.url(),
                          names,
                          name -> request.header(name).orElse(""),
                          request.body());
                  return Curve.hasSigned(key, profile.signed(words), signature);
                });
    if (!signed) {
      throw RefusedCall.unproven("X-Sign", "fits the request in none of " + profiles);
    }
  }

  private static void checkNames(Request request, List<String> names, List<String> needed) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      String folded = name.toLowerCase(Locale.ROOT);
      boolean shouted = folded.equals(SignProfile.URL) && !name.equals(folded);
      if (!KNOWN.contains(folded) || shouted) {
        throw RefusedCall.breach("X-SH", "\"" + name + "\" is not a name it may hold");
      }
      if (!seen.add(folded)) {
        throw RefusedCall.breach("X-SH", name + " is there twice");
      }
      if (request.all(name).size() > 1) {
        throw RefusedCall.breach(name, "was sent more than once");
      }
    }
    for (String name : needed) {
      if (!seen.contains(name.toLowerCase(Locale.ROOT))) {
        throw RefusedCall.breach("X-SH", name + " is missing");
      }
    }
  }
}
