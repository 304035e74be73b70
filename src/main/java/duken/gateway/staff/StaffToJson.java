package duken.gateway.staff;

import duken.api.staff.StaffJson;
import duken.domain.staff.Permission;
import duken.domain.staff.StaffAction;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import duken.engine.staff.StaffService;
import duken.gateway.contract.Wire;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people at the counter on the wire. */
final class StaffToJson {

  private StaffToJson() {}

  static StaffJson.Roster roster(List<StaffService.Standing> members, StaffPolicy policy) {
    Map<String, String> levels = new LinkedHashMap<>();
    policy.all().forEach((permission, level) -> levels.put(permission.wire(), level.wire()));
    return new StaffJson.Roster(
        members.stream().map(it -> member(it.member(), it.waits())).toList(),
        levels,
        Arrays.stream(Permission.values())
            .filter(Permission::isOwnersAlone)
            .map(Permission::wire)
            .toList(),
        policy.lockAfter().toSeconds(),
        policy.refundReason());
  }

  static StaffJson.Member member(StaffMember member, Duration wait) {
    return new StaffJson.Member(
        member.id(), member.name(), member.role().wire(), wait.isZero() ? 0 : wait.toSeconds() + 1);
  }

  static StaffJson.Action action(StaffAction action) {
    return new StaffJson.Action(
        Wire.time(action.at()),
        action.desk(),
        action.member(),
        action.permission().wire(),
        action.action(),
        action.subject());
  }
}
