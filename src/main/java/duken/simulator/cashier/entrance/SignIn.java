package duken.simulator.cashier.entrance;

import java.time.Instant;

/** A sign-in on its way: from the first step to the finish, ten minutes at most (section 3). */
final class SignIn {

  private final String id;
  private final Device device;
  private final Instant startedAt;

  private String userToken;
  private String phone = "";
  private String code = "";
  private int wrongCodes;
  private boolean proven;

  SignIn(String id, Device device, Instant startedAt) {
    this.id = id;
    this.device = device;
    this.startedAt = startedAt;
  }

  String id() {
    return id;
  }

  Device device() {
    return device;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** The token given last; null before the first. */
  String userToken() {
    return userToken;
  }

  void give(String token) {
    userToken = token;
  }

  /** Ten digits; empty before the second step. */
  String phone() {
    return phone;
  }

  String code() {
    return code;
  }

  /** An SMS went out. */
  void sent(String toPhone, String newCode) {
    phone = toPhone;
    code = newCode;
  }

  /** A wrong code came; how many by now. */
  int wrong() {
    return ++wrongCodes;
  }

  /** The right code came. */
  void prove() {
    proven = true;
  }

  boolean isProven() {
    return proven;
  }
}
