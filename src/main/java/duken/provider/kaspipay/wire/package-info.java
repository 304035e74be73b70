/** Calls, envelopes, codes and dates of the Kaspi Pay API. */
package duken.provider.kaspipay.wire;
