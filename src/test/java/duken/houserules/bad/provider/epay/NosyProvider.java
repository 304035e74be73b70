package duken.houserules.bad.provider.epay;

import duken.houserules.bad.provider.epay.callback.NosyVerifier;

/** Knows who verifies its calls. */
public record NosyProvider(NosyVerifier verifier) {}
