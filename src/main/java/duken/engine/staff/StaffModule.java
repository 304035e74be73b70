package duken.engine.staff;

import duken.store.Store;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Everything about the people at the counter, put together. */
public record StaffModule(
    StaffService service, StaffSessions sessions, StaffAuthorization authorization) {

  /**
   * Over this store.
   *
   * @param random a secure one
   */
  public static StaffModule of(Store store, InstantSource clock, RandomGenerator random) {
    StaffSessions sessions = new StaffSessions(store, clock, random);
    return new StaffModule(
        new StaffService(store, clock, random, sessions),
        sessions,
        new StaffAuthorization(store, clock, sessions));
  }
}
