package duken.provider;

import duken.domain.Phone;
import java.time.Duration;
import java.time.Instant;

/**
 * How a human connects a shop's own account to a provider, step by step. Calls block while the bank
 * is asked, are safe from any thread, and never throw for anything a network or a bank does. No
 * step is ever repeated by itself.
 */
public interface BankSignIn {

  /** The provider this account belongs to. */
  String provider();

  /** What is known of a shop's account. Asks no bank. */
  Account account(long tenantId);

  /** Asks the bank whether the session lives, and tells what is known then. */
  Account probe(long tenantId);

  /** Has the bank send an SMS code to this number; one that waits already is forgotten. */
  SignInOutcome sendCode(long tenantId, Phone phone);

  /** Goes on with the code the human typed. */
  SignInOutcome enterCode(long tenantId, String code);

  /** Forgets a sign-in that waits for its code. */
  void cancel(long tenantId);

  /** Forgets the session here; what identifies the cashier's device stays. */
  void disconnect(long tenantId);

  /**
   * A shop's account.
   *
   * @param connection whether its money can take this provider
   * @param trouble why not, once it could; or null
   * @param organization the shop's name as the bank knows it, or null
   * @param phone the cashier's, or null
   * @param connectedAt UTC, or null
   * @param answered whether the bank answered when it was last asked about this account
   * @param clockSkew how far this computer's clock is behind the bank's; negative when ahead
   */
  record Account(
      Connection connection,
      SignInOutcome.Trouble trouble,
      String organization,
      Phone phone,
      Instant connectedAt,
      boolean answered,
      Duration clockSkew,
      Progress signIn) {

    @Override
    public String toString() {
      return "Account[" + connection + "]";
    }
  }

  /**
   * How far a sign-in is.
   *
   * @param ownersNumber whether the number is the owner's own, not a cashier's: the owner's
   *     telephone and this till put each other out
   * @param codeAwaited whether an SMS code was sent and is awaited
   * @param smsWait until another SMS may be asked for; zero when it may
   */
  record Progress(boolean ownersNumber, boolean codeAwaited, Duration smsWait) {}
}
