package duken.houserules.bad.provider.epay.callback;

import duken.houserules.bad.provider.epay.NosyProvider;

/** Knows the provider whose calls it verifies. */
public record NosyVerifier(NosyProvider provider) {}
