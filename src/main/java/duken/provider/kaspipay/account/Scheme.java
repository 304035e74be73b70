package duken.provider.kaspipay.account;

import duken.domain.Capability;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the shop's contract allows (Kaspi Pay sheet, section 1). */
public enum Scheme {
  /** Basic: an API key; QR and pay link, refunds in the bank's own application only. */
  R1(EnumSet.of(Capability.QR, Capability.LINK, Capability.CANCEL)),
  /** Standard: a client certificate; refunds with the customer present. */
  R2(
      EnumSet.of(
          Capability.QR,
          Capability.LINK,
          Capability.CANCEL,
          Capability.REFUND,
          Capability.PARTIAL_REFUND)),
  /** Enhanced: certificate, static address and BIN; phone bills, refunds without the customer. */
  R3(
      EnumSet.of(
          Capability.QR,
          Capability.LINK,
          Capability.PHONE,
          Capability.CANCEL,
          Capability.PAYER_LOOKUP,
          Capability.REFUND,
          Capability.PARTIAL_REFUND));

  private final Set<Capability> capabilities;

  Scheme(Set<Capability> capabilities) {
    this.capabilities = capabilities;
  }

  /** The scheme with this word, {@code r1}. */
  public static Optional<Scheme> of(String word) {
    try {
      return Optional.of(valueOf(word.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Lower-case word, {@code r1}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a shop with this contract can do. */
  public Set<Capability> capabilities() {
    return EnumSet.copyOf(capabilities);
  }

  /** Whether the bank knows the caller by a client certificate instead of a key. */
  public boolean hasCertificate() {
    return this != R1;
  }

  /** Whether calls name the organisation. */
  public boolean namesOrganization() {
    return this == R3;
  }
}
