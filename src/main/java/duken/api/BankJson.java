package duken.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A shop's own account at the bank, under {@code /desk/v1/bank}. */
public final class BankJson {

  /** What a person can see of a terminal. */
  private static final List<String> SEEN = List.of("waits", "paid", "nothing");

  private BankJson() {}

  /** Whether this is what a person can say of a terminal: {@code waits}, {@code paid} … */
  public static boolean isSeen(String word) {
    return SEEN.contains(word);
  }

  /**
   * {@code POST /desk/v1/sales/{id}/answer}: what the terminal shows of a sale nobody knows of.
   *
   * @param seen {@code waits}, {@code paid} or {@code nothing}
   * @param reason kept with the invoice
   * @param confirmed whether the owner stands behind it; without that {@code paid} is not taken
   */
  public record Answer(String seen, String reason, boolean confirmed) {}

  /**
   * {@code GET /desk/v1/bank}: how the shop's account is connected. Also the answer of {@code POST
   * /desk/v1/bank/probe}, which asks the bank first.
   *
   * @param provider name of the provider, {@code cashier}; null when this engine has none
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param trouble why it is signed out, a word of {@link Step#trouble}, or null
   */
  public record Status(
      String provider,
      String connection,
      String trouble,
      @JsonUnwrapped Account account,
      @JsonUnwrapped Line line,
      @JsonUnwrapped SignInState progress,
      @JsonUnwrapped Place place) {}

  /**
   * Whose account it is.
   *
   * @param organization the shop's name as the bank knows it, or null
   * @param phone the cashier's number, all but its last four digits hidden, or null
   * @param connectedAt when it was connected, or null
   */
  public record Account(String organization, String phone, String connectedAt) {}

  /**
   * How the bank answers.
   *
   * @param reachable whether the last question to the bank was answered
   * @param clockSkewSeconds how far this computer's clock is from the bank's; positive when it is
   *     behind
   */
  public record Line(boolean reachable, long clockSkewSeconds) {}

  /**
   * How far a sign-in is.
   *
   * @param noticeAccepted whether the owner has read and accepted what this provider is
   * @param codeAwaited whether an SMS code was sent and is awaited
   * @param smsWaitSeconds how long until another SMS may be asked for
   */
  public record SignInState(
      boolean ownersNumber, boolean noticeAccepted, boolean codeAwaited, long smsWaitSeconds) {}

  /**
   * {@code POST /desk/v1/bank/sign-in}: has the bank send an SMS code.
   *
   * @param phone of the cashier's own account
   * @param acceptNotice must be true once; then it is remembered
   */
  public record SignIn(String phone, boolean acceptNotice) {

    @Override
    public String toString() {
      return "SignIn";
    }
  }

  /** {@code POST /desk/v1/bank/sign-in/code}: the code from the SMS, 4 to 6 digits. */
  public record Code(String code) {

    @Override
    public String toString() {
      return "Code";
    }
  }

  /**
   * How a step of the sign-in went.
   *
   * @param step {@code code_sent}, {@code wrong_code}, {@code connected} or {@code stopped}
   * @param trouble when stopped: {@code old_version}, {@code phone_refused}, {@code
   *     too_many_attempts}, {@code blocked}, {@code timed_out}, {@code device_refused}, {@code
   *     identity_unreadable}, {@code needs_bank_app}, {@code needs_password}, {@code needs_face},
   *     {@code no_cashier}, {@code no_shop}, {@code not_allowed}, {@code too_soon}, {@code
   *     unreachable}, {@code contract_mismatch}, {@code other_device} or {@code other}
   * @param bankCode the bank's own code, or null
   * @param bankText the bank's own words for the human, or null
   * @param status as it is now
   */
  public record Step(
      String step, String trouble, String bankCode, String bankText, Status status) {}

  /**
   * A row of {@code GET /desk/v1/providers}: how the shop stands with one provider.
   *
   * @param provider short name, {@code smart-pos}
   * @param live whether it takes the shop's new invoices
   * @param since when it was made so, or null
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param trouble lower-snake word of what is in the way, or null
   * @param organization the shop's name as the provider knows it, or null
   * @param capabilities what it can do for this shop
   * @param details further facts by lower-snake name
   */
  public record Provider(
      String provider,
      boolean live,
      String since,
      String connection,
      String trouble,
      boolean reachable,
      String organization,
      List<String> capabilities,
      Map<String, String> details) {}

  /**
   * {@code POST /desk/v1/providers/{provider}/connect}: connects the shop and makes this its
   * provider. The answer is an {@link Attempt}, to be read again until it has ended.
   *
   * @param values what was typed, by the option's name; files as their content, binary ones in
   *     Base64
   * @param replace whether another live provider may be replaced
   */
  public record Connect(Map<String, String> values, boolean replace) {

    @Override
    public String toString() {
      return "Connect";
    }
  }

  /**
   * A row of the answer to {@code POST /desk/v1/providers/{provider}/search}: a device in the local
   * network.
   *
   * @param address as a person would type it
   * @param certificateSha256 of the certificate it shows
   * @param ofTheBank whether that certificate passes the usual check for the bank's own name
   */
  public record Found(
      String address,
      @JsonProperty("certificate_sha256") String certificateSha256,
      boolean ofTheBank) {}

  /**
   * An attempt to connect.
   *
   * @param state {@code running}, {@code connected}, {@code refused}, or {@code none} before the
   *     first
   * @param progress facts to show meanwhile, by lower-snake name
   * @param code when refused: which value or party is the culprit
   * @param sentence when refused: the same in English
   * @param choices when refused because the person has to choose: what there is
   * @param badInput when refused: whether what was typed cannot be
   */
  public record Attempt(
      String state,
      Map<String, String> progress,
      String code,
      String sentence,
      List<String> choices,
      boolean badInput) {}

  /**
   * {@code POST /desk/v1/bank/place}: where the shop is; both null when that is not known.
   *
   * @param latitude -90 to 90, decimal text
   * @param longitude -180 to 180, decimal text
   */
  public record Place(String latitude, String longitude) {}
}
