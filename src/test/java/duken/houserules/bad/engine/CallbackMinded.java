package duken.houserules.bad.engine;

import duken.houserules.bad.provider.CallbackSaid;
import duken.houserules.bad.provider.epay.NosyProvider;

/** Bills by a provider of its own, and settles what a callback said. */
record CallbackMinded(NosyProvider provider) {

  /** Knows a callback. */
  record MindedSettlement(CallbackSaid said) {}
}
