package duken.provider.kaspipay.account;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A shop's contract with the bank, as it is kept sealed.
 *
 * @param base the whole address up to {@code /v01}
 * @param bin of the organisation, twelve digits, on scheme r3; or null
 */
public record KaspiPayAccount(
    Scheme scheme, URI base, Credentials credentials, String bin, Point point, Desk desk) {

  /**
   * What the shop shows the bank.
   *
   * @param apiKey of scheme r1, or null
   * @param certificate PKCS#12 of schemes r2 and r3 in Base64, or null
   * @param password of the certificate, or null
   * @param trust the bank's own roots as PEM, or null
   * @param certificateEnds UTC, or null without a certificate
   */
  public record Credentials(
      String apiKey, String certificate, String password, String trust, Instant certificateEnds) {

    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  /**
   * Where the cash desk stands.
   *
   * @param tradePoint the bank's number of it
   */
  public record Point(long tradePoint, String tradePointName) {}

  /**
   * The cash desk.
   *
   * @param device the cash desk's stable name
   * @param deviceToken what the bank gave for it
   */
  public record Desk(String device, String deviceToken) {

    public Desk {
      Objects.requireNonNull(device);
    }

    @Override
    public String toString() {
      return "Desk[]";
    }
  }

  public KaspiPayAccount {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(base);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(desk);
  }

  /** The same cash desk, registered. */
  public KaspiPayAccount registered(String token) {
    return with(credentials, point, new Desk(desk.device(), token));
  }

  /** The same contract at a trade point. */
  public KaspiPayAccount at(long number, String name) {
    return with(credentials, new Point(number, name), desk);
  }

  /** The same with the end of its certificate, UTC. */
  public KaspiPayAccount until(Instant end) {
    Credentials ending =
        new Credentials(
            credentials.apiKey(),
            credentials.certificate(),
            credentials.password(),
            credentials.trust(),
            end);
    return with(ending, point, desk);
  }

  private KaspiPayAccount with(Credentials shown, Point where, Desk which) {
    return new KaspiPayAccount(scheme, base, shown, bin, where, which);
  }

  /** Says nothing of what is secret. */
  @Override
  public String toString() {
    return "KaspiPayAccount[" + scheme.wire() + "]";
  }
}
