package duken.store.staff;

import duken.domain.staff.PinAttempts;
import duken.domain.staff.StaffAction;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import java.util.List;
import java.util.Optional;

/** People with PINs, the shop's rules about them, and what they did. */
public interface StaffRecords {

  /** Holds all other changes of this shop's people off until the transaction ends. */
  void lock(long tenantId);

  /** A shop's people, oldest first. */
  List<StaffMember> of(long tenantId);

  /**
   * Stores a new person; the result has its id.
   *
   * @param pinHash as the PIN hasher writes it
   */
  StaffMember insert(StaffMember member, String pinHash);

  /** Writes name and role. */
  void update(StaffMember member);

  /** Gives a person another PIN and forgets the mistakes. */
  void changePin(long memberId, String pinHash);

  /** Forgets a person. What he did stays. */
  void remove(long memberId);

  /** A person's PIN and mistakes; nobody else reads them until the transaction ends. */
  Optional<Pin> lockPin(long tenantId, long memberId);

  PinAttempts attempts(long memberId);

  /** Writes a person's mistakes. */
  void keep(long memberId, PinAttempts attempts);

  StaffPolicy policy(long tenantId);

  /** Writes the shop's rules. */
  void put(long tenantId, StaffPolicy policy);

  /** Notes what somebody began. */
  void note(StaffAction action);

  /** What was done, newest first. */
  List<StaffAction> actions(long tenantId, int limit);

  /**
   * A person's PIN.
   *
   * @param hash as the PIN hasher writes it
   */
  record Pin(StaffMember member, String hash, PinAttempts attempts) {

    @Override
    public String toString() {
      return "PIN of " + member.id();
    }
  }
}
