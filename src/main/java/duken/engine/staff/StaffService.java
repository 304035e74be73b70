package duken.engine.staff;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.staff.StaffAction;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import duken.security.PinHash;
import duken.store.Store;
import duken.store.staff.StaffRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The shop's people and its rules about PINs. While a shop has nobody, nothing of it needs a PIN;
 * the first person is an owner, and the last owner leaves last.
 */
public final class StaffService {

  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final StaffSessions sessions;

  /**
   * @param random a secure one
   */
  public StaffService(
      Store store, InstantSource clock, RandomGenerator random, StaffSessions sessions) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.sessions = sessions;
  }

  /**
   * Somebody as windows show him.
   *
   * @param waits until his PIN may be tried again; zero when it may
   */
  public record Standing(StaffMember member, Duration waits) {}

  /** A shop's people, oldest first. */
  public List<Standing> members(long tenantId) {
    Instant now = clock.instant();
    return store.read(
        tx ->
            tx.staff().of(tenantId).stream()
                .map(member -> new Standing(member, tx.staff().attempts(member.id()).left(now)))
                .toList());
  }

  /** What needs whose PIN. */
  public StaffPolicy policy(long tenantId) {
    return store.read(tx -> tx.staff().policy(tenantId));
  }

  /** Changes what needs whose PIN. */
  public void put(long tenantId, StaffPolicy policy) {
    store.write(
        tx -> {
          tx.staff().lock(tenantId);
          tx.staff().put(tenantId, policy);
          return null;
        });
  }

  /** What was done with a PIN, newest first. */
  public List<StaffAction> actions(long tenantId, int limit) {
    return store.read(tx -> tx.staff().actions(tenantId, limit));
  }

  /**
   * Takes somebody on.
   *
   * @param pin 4 to 6 digits
   * @throws DomainRefusal VALIDATION on {@code name} when a colleague has it, on {@code role} when
   *     the first person is no owner
   */
  public StaffMember add(long tenantId, String name, StaffMember.Role role, String pin) {
    String hash = PinHash.of(pin, random);
    return store.write(
        tx -> {
          StaffRecords staff = tx.staff();
          staff.lock(tenantId);
          List<StaffMember> all = staff.of(tenantId);
          if (all.isEmpty() && role != StaffMember.Role.OWNER) {
            throw DomainRefusal.field("role", Complaint.of("staff.owner_first"));
          }
          refuseTaken(all, name, 0);
          return staff.insert(new StaffMember(0, tenantId, name, role, clock.instant()), hash);
        });
  }

  /**
   * Gives somebody another name, another PIN or both. With a new PIN old sessions end.
   *
   * @param name null keeps it
   * @param pin null keeps it
   * @throws DomainRefusal NOT_FOUND, VALIDATION as {@link #add}
   */
  public StaffMember change(long tenantId, long memberId, String name, String pin) {
    String hash = pin == null ? null : PinHash.of(pin, random);
    StaffMember after =
        store.write(
            tx -> {
              StaffRecords staff = tx.staff();
              staff.lock(tenantId);
              List<StaffMember> all = staff.of(tenantId);
              StaffMember old = find(all, memberId);
              StaffMember renamed =
                  name == null
                      ? old
                      : new StaffMember(old.id(), tenantId, name, old.role(), old.createdAt());
              refuseTaken(all, renamed.name(), memberId);
              staff.update(renamed);
              if (hash != null) {
                staff.changePin(memberId, hash);
              }
              return renamed;
            });
    if (hash != null) {
      sessions.closeOf(memberId);
    }
    return after;
  }

  /**
   * Lets somebody go. What he did keeps his name.
   *
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION for the last owner while there are others
   */
  public void remove(long tenantId, long memberId) {
    store.write(
        tx -> {
          StaffRecords staff = tx.staff();
          staff.lock(tenantId);
          List<StaffMember> all = staff.of(tenantId);
          StaffMember gone = find(all, memberId);
          boolean ownerStays =
              all.stream().anyMatch(other -> other.isOwner() && other.id() != gone.id());
          if (!ownerStays && all.size() > 1) {
            throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
          }
          staff.remove(memberId);
          return null;
        });
    sessions.closeOf(memberId);
  }

  /**
   * Forgets all PINs of a shop, for the owner of the data folder who forgot his own. The rules and
   * the notes of what was done stay.
   */
  public void forgetAll(long tenantId) {
    List<StaffMember> all =
        store.write(
            tx -> {
              tx.staff().lock(tenantId);
              List<StaffMember> gone = tx.staff().of(tenantId);
              gone.forEach(member -> tx.staff().remove(member.id()));
              return gone;
            });
    all.forEach(member -> sessions.closeOf(member.id()));
  }

  private static StaffMember find(List<StaffMember> all, long memberId) {
    return all.stream()
        .filter(member -> member.id() == memberId)
        .findFirst()
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  private static void refuseTaken(List<StaffMember> all, String name, long but) {
    if (all.stream().anyMatch(other -> other.id() != but && other.name().equals(name))) {
      throw DomainRefusal.field("name", Complaint.of("staff.name_taken"));
    }
  }
}
