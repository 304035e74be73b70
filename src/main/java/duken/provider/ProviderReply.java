package duken.provider;

import java.util.Objects;

/**
 * A bank call's outcome. Unknown is a value of its own: the bank may have done it (design, section
 * 4).
 */
public sealed interface ProviderReply<T> {

  /** The bank did it. */
  record Accepted<T>(T value) implements ProviderReply<T> {
    public Accepted {
      Objects.requireNonNull(value);
    }
  }

  /**
   * The bank surely did not do it, or was surely never reached.
   *
   * @param code stable lower-snake word
   * @param message for a person, or null
   * @param why what kind of no it is
   */
  record Declined<T>(String code, String message, Why why) implements ProviderReply<T> {
    public Declined {
      Objects.requireNonNull(code);
      Objects.requireNonNull(why);
      code = Cut.word(code);
      message = Cut.sentence(message);
    }
  }

  /**
   * Nobody knows whether the bank did it.
   *
   * @param code stable lower-snake word, {@code timeout}
   */
  record Unknown<T>(String code) implements ProviderReply<T> {
    public Unknown {
      Objects.requireNonNull(code);
    }
  }

  enum Why {
    /** The bank said no to this request; the same again would be no again. */
    REFUSED,
    /** The request surely never left: it may be sent again. */
    NOT_SENT,
    /** The bank wants a new sign-in. */
    SIGNED_OUT
  }
}
