package duken.provider.smartpos;

import duken.provider.smartpos.wire.TerminalAddress;
import java.time.Instant;

/**
 * A shop's terminal and what it has granted.
 *
 * @param till our name in the terminal's list of clients: never changes
 * @param pin fingerprint of its certificate
 * @param ofTheBank whether that certificate passed the usual check when it was pinned
 * @param tokens in use; null once the terminal takes none of ours
 * @param older kept until the first call with the new ones has worked, or null
 * @param terminalId as the terminal says, or null while unknown
 * @param serial of the device, or null while unknown
 * @param pairedAt UTC
 */
record Pairing(
    TerminalAddress address,
    String till,
    String pin,
    boolean ofTheBank,
    Tokens tokens,
    Tokens older,
    String terminalId,
    String serial,
    Instant pairedAt) {

  /** What the device says of itself; null until it has said all of it. */
  String device() {
    return terminalId == null || serial == null ? null : terminalId + "/" + serial;
  }

  Pairing with(Tokens fresh, Tokens before) {
    return new Pairing(address, till, pin, ofTheBank, fresh, before, terminalId, serial, pairedAt);
  }

  Pairing pinnedTo(String fingerprint, boolean bank) {
    return new Pairing(
        address, till, fingerprint, bank, tokens, older, terminalId, serial, pairedAt);
  }

  Pairing identified(String id, String number) {
    return new Pairing(address, till, pin, ofTheBank, tokens, older, id, number, pairedAt);
  }

  @Override
  public String toString() {
    return "Pairing with " + terminalId;
  }
}
