package duken.desktop;

import duken.api.owner.OwnerApi;
import duken.api.owner.OwnerNoticesJson;
import duken.api.owner.PersonalDataJson;
import java.util.List;

/** What only the owner looks at, without an engine. */
public final class PracticeOwner implements OwnerApi {

  /** What goes next. */
  public volatile PersonalDataJson personalData = new PersonalDataJson(90, 90, null, List.of(), 0);

  /** How the owner is told. */
  public volatile OwnerNoticesJson notices =
      new OwnerNoticesJson(false, false, null, null, null, null, 0, null, null);

  /** How a test ends: null when it arrives. */
  public volatile String testEnds;

  /** What was changed last. */
  public volatile OwnerNoticesJson.Change changed;

  @Override
  public OwnerNoticesJson notices() {
    return notices;
  }

  @Override
  public OwnerNoticesJson changeNotices(OwnerNoticesJson.Change change) {
    changed = change;
    notices =
        new OwnerNoticesJson(
            change.enabled() == null ? notices.enabled() : change.enabled(),
            notices.tokenSet() || change.token() != null,
            change.chat() == null ? notices.chat() : change.chat(),
            change.language() == null ? notices.language() : change.language(),
            change.refundAbove() == null ? notices.refundAbove() : change.refundAbove(),
            change.silentMinutes() == null ? notices.silentMinutes() : change.silentMinutes(),
            0,
            null,
            null);
    return notices;
  }

  @Override
  public OwnerNoticesJson.Tested testNotice() {
    return new OwnerNoticesJson.Tested(testEnds);
  }

  @Override
  public PersonalDataJson personalData() {
    return personalData;
  }
}
