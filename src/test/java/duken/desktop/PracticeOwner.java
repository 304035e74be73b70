package duken.desktop;

import duken.api.owner.OwnerApi;
import duken.api.owner.PersonalDataJson;
import java.util.List;

/** What only the owner looks at, without an engine. */
public final class PracticeOwner implements OwnerApi {

  /** What goes next. */
  public volatile PersonalDataJson personalData = new PersonalDataJson(90, 90, null, List.of(), 0);

  @Override
  public PersonalDataJson personalData() {
    return personalData;
  }
}
