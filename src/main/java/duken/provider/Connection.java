package duken.provider;

/** Whether a shop's money can take a provider. */
public enum Connection {
  /** It can. */
  CONNECTED,
  /** Nobody has connected it yet. */
  NOT_CONFIGURED,
  /** It was connected, and the bank wants a new sign-in. */
  SIGNED_OUT
}
