package duken.client;

import duken.api.Paths;
import duken.api.owner.OwnerApi;
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

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + path);
  }
}
