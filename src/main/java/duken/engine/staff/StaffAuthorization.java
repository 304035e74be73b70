package duken.engine.staff;

import duken.domain.DomainRefusal;
import duken.domain.staff.Permission;
import duken.domain.staff.PinLevel;
import duken.domain.staff.StaffAction;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import duken.engine.runtime.ConfigurationCache;
import duken.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/** Decides whether a window may do something, and notes who did it. */
public final class StaffAuthorization {

  private final Store store;
  private final InstantSource clock;
  private final StaffSessions sessions;
  private final ConfigurationCache<Long, Rules> rules;

  /** Decides by this store's people and rules. */
  public StaffAuthorization(Store store, InstantSource clock, StaffSessions sessions) {
    this.store = store;
    this.clock = clock;
    this.sessions = sessions;
    this.rules = new ConfigurationCache<>(store);
  }

  private record Rules(boolean guarded, StaffPolicy policy) {}

  /**
   * What a window asks to do.
   *
   * @param desk name of its key
   * @param permission what it needs, or null when nobody needs a PIN for it
   * @param action method and path form
   * @param subject number in the path, or null
   * @param token proof of a PIN, or null
   */
  public record Request(
      long tenantId,
      String desk,
      Permission permission,
      String action,
      Long subject,
      String token) {

    @Override
    public String toString() {
      return "request for " + permission;
    }
  }

  /**
   * Lets a window do it or not. What needed a PIN is noted before it is begun.
   *
   * @return in whose name it is done; empty when no PIN was entered
   * @throws DomainRefusal PIN_REQUIRED, OWNER_PIN_REQUIRED
   */
  public Optional<StaffMember> authorize(Request request) {
    Rules known = rules.get(request.tenantId(), this::read).orElseThrow();
    if (!known.guarded()) {
      return Optional.empty();
    }
    Optional<StaffMember> member =
        sessions.find(request.tenantId(), request.desk(), request.token());
    PinLevel level =
        request.permission() == null ? PinLevel.NOBODY : known.policy().level(request.permission());
    if (level == PinLevel.NOBODY) {
      return member;
    }
    StaffMember admitted =
        member
            .filter(level::admits)
            .orElseThrow(
                () ->
                    DomainRefusal.of(
                        level == PinLevel.OWNER
                            ? DomainRefusal.Reason.OWNER_PIN_REQUIRED
                            : DomainRefusal.Reason.PIN_REQUIRED));
    if (request.permission() != Permission.SALE) {
      note(request, admitted);
    }
    return Optional.of(admitted);
  }

  private void note(Request request, StaffMember member) {
    store.write(
        tx -> {
          tx.staff()
              .note(
                  new StaffAction(
                      request.tenantId(),
                      request.desk(),
                      member.name(),
                      request.permission(),
                      request.action(),
                      request.subject(),
                      clock.instant()));
          return null;
        });
  }

  private Optional<Rules> read(long tenantId) {
    return store.read(
        tx ->
            Optional.of(
                new Rules(!tx.staff().of(tenantId).isEmpty(), tx.staff().policy(tenantId))));
  }
}
