package duken.client;

import duken.api.Paths;
import duken.api.owner.OwnerApi;
import duken.api.owner.OwnerNoticesJson;
import duken.api.owner.PersonalDataJson;

/** What only the owner looks at, over the wire. */
final class OwnerCalls implements OwnerApi {

  private final EngineCalls calls;

  OwnerCalls(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public PersonalDataJson personalData() {
    return to("/personal-data").get(PersonalDataJson.class);
  }

  @Override
  public OwnerNoticesJson notices() {
    return to("/owner-notices").get(OwnerNoticesJson.class);
  }

  @Override
  public OwnerNoticesJson changeNotices(OwnerNoticesJson.Change change) {
    return to("/owner-notices").sending(change).put(OwnerNoticesJson.class);
  }

  @Override
  public OwnerNoticesJson.Tested testNotice() {
    return to("/owner-notices/test").post(OwnerNoticesJson.Tested.class);
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + path);
  }
}
