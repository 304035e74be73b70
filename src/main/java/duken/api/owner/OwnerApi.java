package duken.api.owner;

/** What only the owner looks at. Calls block and throw as those of {@link duken.api.EngineApi}. */
public interface OwnerApi {

  /** Which names and phones of customers go next. */
  PersonalDataJson personalData();

  /** How the owner is told off the till. */
  OwnerNoticesJson notices();

  OwnerNoticesJson changeNotices(OwnerNoticesJson.Change change);

  /** Sends a test message now. */
  OwnerNoticesJson.Tested testNotice();
}
