package duken.provider.callback;

/** Tells a bank's own calls from anybody else's. It settles nothing. */
public interface CallbackVerifier {

  /** Judges a callback. Asks no bank and changes nothing but what is remembered of payments. */
  CallbackVerdict verify(CallbackRequest request);

  /** Remembers that this message was processed to its end: the same bytes are not again. */
  void processed(CallbackVerdict.Verified callback);
}
