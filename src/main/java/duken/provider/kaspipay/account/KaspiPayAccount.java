package duken.provider.kaspipay.account;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A shop's contract with the bank, as it is kept sealed.
 *
 * @param base the whole address up to {@code /v01}
 * @param apiKey of scheme r1, or null
 * @param certificate PKCS#12 of schemes r2 and r3 in Base64, or null
 * @param password of the certificate, or null
 * @param trust the bank's own roots as PEM, or null
 * @param bin of the organisation, twelve digits, on scheme r3; or null
 * @param tradePoint the bank's number of it
 * @param device the cash desk's stable name
 * @param deviceToken what the bank gave for it
 * @param certificateEnds UTC, or null without a certificate
 */
public record KaspiPayAccount(
    Scheme scheme,
    URI base,
    String apiKey,
    String certificate,
    String password,
    String trust,
    String bin,
    long tradePoint,
    String tradePointName,
    String device,
    String deviceToken,
    Instant certificateEnds) {

  public KaspiPayAccount {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(base);
    Objects.requireNonNull(device);
  }

  /** The same cash desk, registered. */
  public KaspiPayAccount registered(String token) {
    return with(tradePoint, tradePointName, token, certificateEnds);
  }

  /** The same contract at a trade point. */
  public KaspiPayAccount at(long point, String name) {
    return with(point, name, deviceToken, certificateEnds);
  }

  /** The same with the end of its certificate, UTC. */
  public KaspiPayAccount until(Instant end) {
    return with(tradePoint, tradePointName, deviceToken, end);
  }

  private KaspiPayAccount with(long point, String name, String token, Instant end) {
    return new KaspiPayAccount(
        scheme, base, apiKey, certificate, password, trust, bin, point, name, device, token, end);
  }

  /** Says nothing of what is secret. */
  @Override
  public String toString() {
    return "KaspiPayAccount[" + scheme.wire() + "]";
  }
}
