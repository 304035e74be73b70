package duken.provider.account;

/**
 * A device that was found in the local network.
 *
 * @param address as a person would type it
 * @param fingerprint SHA-256 of its certificate
 * @param ofTheBank whether the certificate passes the usual check for the bank's own name
 */
public record FoundDevice(String address, String fingerprint, boolean ofTheBank) {}
