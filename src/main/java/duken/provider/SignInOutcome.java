package duken.provider;

import java.util.Locale;

/** How a step of the sign-in went. Only a human goes on from anything but the good ones. */
public sealed interface SignInOutcome {

  /**
   * The bank sent an SMS.
   *
   * @param text the bank's own words for the human, or null
   */
  record CodeSent(String text) implements SignInOutcome {}

  /**
   * Signed in; the session is stored.
   *
   * @param organization name of the shop as the bank knows it, or null
   */
  record Connected(String organization) implements SignInOutcome {}

  /** The code was wrong; it may be typed again. */
  record WrongCode() implements SignInOutcome {}

  /**
   * Not this time.
   *
   * @param trouble what kind, each with its own words and next step
   * @param bankCode the bank's own code, or null
   * @param bankText the bank's own words for the human, or null
   */
  record Stopped(Trouble trouble, String bankCode, String bankText) implements SignInOutcome {

    /** Without words of the bank. */
    public static Stopped of(Trouble trouble) {
      return new Stopped(trouble, null, null);
    }
  }

  /** What can be in the way (cashier sheet, sections 3.2 and 3.3). */
  enum Trouble {
    /** The app version setting is too old. */
    OLD_VERSION,
    /** The phone number is not accepted. */
    PHONE_REFUSED,
    /** Too many attempts; start again later. */
    TOO_MANY_ATTEMPTS,
    /** The account is blocked for a while; wait, do not retry. */
    BLOCKED,
    /** The process timed out; start again. */
    TIMED_OUT,
    /** The bank refused this device. */
    DEVICE_REFUSED,
    /** The identity this shop's device is known by is stored and cannot be read. */
    IDENTITY_UNREADABLE,
    /** The bank wants something only its own app can do: a registration, an unknown screen. */
    NEEDS_BANK_APP,
    /** The bank wants the account's password, which nobody but the bank may be told. */
    NEEDS_PASSWORD,
    /** The code was right, and the bank wants to see a face in its own app. */
    NEEDS_FACE,
    /** The number has no role in any shop. */
    NO_CASHIER,
    /** The account belongs to no shop at all. */
    NO_SHOP,
    /** The device was registered, and the bank does not let it speak for this account. */
    NOT_ALLOWED,
    /** An SMS was sent less than a minute ago. */
    TOO_SOON,
    /** The bank could not be reached, or its answer not understood. */
    UNREACHABLE,
    /** The contract does not match; report it. */
    CONTRACT_MISMATCH,
    /** Signed in on another device, or the shop took the cashier's right away. */
    OTHER_DEVICE,
    /** Something else the bank said. */
    OTHER;

    /** Lower-case word for windows and logs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
