package duken.store.jdbc.staff;

import duken.domain.staff.Permission;
import duken.domain.staff.PinAttempts;
import duken.domain.staff.PinLevel;
import duken.domain.staff.StaffAction;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.staff.StaffRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables {@code staff_member}, {@code staff_rule}, {@code staff_lock} and {@code staff_action}. */
public final class JdbcStaffRecords implements StaffRecords {

  private final Handle handle;

  /** Records reached through this transaction. */
  public JdbcStaffRecords(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void lock(long tenantId) {
    handle
        .createQuery("select id from tenant where id = :tenant for update")
        .bind("tenant", tenantId)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<StaffMember> of(long tenantId) {
    return handle
        .createQuery("select * from staff_member where tenant_id = :tenant order by id")
        .bind("tenant", tenantId)
        .map(row -> member(row))
        .list();
  }

  @Override
  public StaffMember insert(StaffMember member, String pinHash) {
    long id =
        handle
            .createUpdate(
                """
                insert into staff_member
                  (tenant_id, name, role, pin_hash, pin_failures, created_at)
                values (:tenant, :name, :role, :hash, 0, :at)
                """)
            .bind("tenant", member.tenantId())
            .bind("name", member.name())
            .bind("role", member.role())
            .bind("hash", pinHash)
            .bind("at", member.createdAt())
            .executeAndReturnKey("id");
    return new StaffMember(
        id, member.tenantId(), member.name(), member.role(), UtcInstants.kept(member.createdAt()));
  }

  @Override
  public void update(StaffMember member) {
    handle
        .createUpdate("update staff_member set name = :name, role = :role where id = :id")
        .bind("name", member.name())
        .bind("role", member.role())
        .bind("id", member.id())
        .execute();
  }

  @Override
  public void changePin(long memberId, String pinHash) {
    handle
        .createUpdate("update staff_member set pin_hash = :hash where id = :id")
        .bind("hash", pinHash)
        .bind("id", memberId)
        .execute();
    keep(memberId, PinAttempts.none());
  }

  @Override
  public void remove(long memberId) {
    handle.createUpdate("delete from staff_member where id = :id").bind("id", memberId).execute();
  }

  @Override
  public Optional<Pin> lockPin(long tenantId, long memberId) {
    return handle
        .createQuery("select * from staff_member where tenant_id = :tenant and id = :id for update")
        .bind("tenant", tenantId)
        .bind("id", memberId)
        .map(row -> new Pin(member(row), row.getString("pin_hash"), attempts(row)))
        .findOne();
  }

  @Override
  public PinAttempts attempts(long memberId) {
    return handle
        .createQuery("select pin_failures, pin_blocked_until from staff_member where id = :id")
        .bind("id", memberId)
        .map(JdbcStaffRecords::attempts)
        .one();
  }

  @Override
  public void keep(long memberId, PinAttempts attempts) {
    handle
        .createUpdate(
            "update staff_member set pin_failures = :failures, pin_blocked_until = :until"
                + " where id = :id")
        .bind("failures", attempts.failures())
        .bind("until", attempts.blockedUntil())
        .bind("id", memberId)
        .execute();
  }

  @Override
  public StaffPolicy policy(long tenantId) {
    Map<Permission, PinLevel> levels = new EnumMap<>(Permission.class);
    handle
        .createQuery("select permission, level from staff_rule where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(
            row ->
                levels.put(
                    Permission.valueOf(row.getString("permission")),
                    PinLevel.valueOf(row.getString("level"))))
        .list();
    StaffPolicy usual = StaffPolicy.usual();
    return handle
        .createQuery("select idle_seconds, refund_reason from staff_lock where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(
            row ->
                new StaffPolicy(
                    levels,
                    Duration.ofSeconds(row.getLong("idle_seconds")),
                    row.getBoolean("refund_reason")))
        .findOne()
        .orElseGet(() -> new StaffPolicy(levels, usual.lockAfter(), usual.refundReason()));
  }

  @Override
  public void put(long tenantId, StaffPolicy policy) {
    forget("staff_rule", tenantId);
    forget("staff_lock", tenantId);
    policy
        .levels()
        .forEach(
            (permission, level) ->
                handle
                    .createUpdate(
                        "insert into staff_rule (tenant_id, permission, level)"
                            + " values (:tenant, :permission, :level)")
                    .bind("tenant", tenantId)
                    .bind("permission", permission)
                    .bind("level", level)
                    .execute());
    handle
        .createUpdate(
            "insert into staff_lock (tenant_id, idle_seconds, refund_reason)"
                + " values (:tenant, :seconds, :reason)")
        .bind("tenant", tenantId)
        .bind("seconds", policy.lockAfter().toSeconds())
        .bind("reason", policy.refundReason())
        .execute();
  }

  private void forget(String table, long tenantId) {
    handle
        .createUpdate("delete from " + table + " where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .execute();
  }

  @Override
  public void note(StaffAction action) {
    handle
        .createUpdate(
            """
            insert into staff_action
              (tenant_id, desk, member, permission, action, subject, happened_at)
            values (:tenant, :desk, :member, :permission, :action, :subject, :at)
            """)
        .bind("tenant", action.tenantId())
        .bind("desk", action.desk())
        .bind("member", action.member())
        .bind("permission", action.permission())
        .bind("action", action.action())
        .bind("subject", action.subject())
        .bind("at", action.at())
        .execute();
  }

  @Override
  public List<StaffAction> actions(long tenantId, int limit) {
    return handle
        .createQuery(
            "select * from staff_action where tenant_id = :tenant order by id desc limit :limit")
        .bind("tenant", tenantId)
        .bind("limit", limit)
        .map(
            row ->
                new StaffAction(
                    row.getLong("tenant_id"),
                    row.getString("desk"),
                    row.getString("member"),
                    Permission.valueOf(row.getString("permission")),
                    row.getString("action"),
                    row.getObject("subject", Long.class),
                    UtcInstants.read(row, "happened_at")))
        .list();
  }

  private static PinAttempts attempts(ResultSet row) throws SQLException {
    return new PinAttempts(row.getInt("pin_failures"), UtcInstants.read(row, "pin_blocked_until"));
  }

  private static StaffMember member(ResultSet row) throws SQLException {
    return new StaffMember(
        row.getLong("id"),
        row.getLong("tenant_id"),
        row.getString("name"),
        StaffMember.Role.valueOf(row.getString("role")),
        UtcInstants.read(row, "created_at"));
  }
}
