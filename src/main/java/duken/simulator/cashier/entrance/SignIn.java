package duken.simulator.cashier.entrance;

import duken.simulator.wire.Reply;
import java.time.Instant;

/** A sign-in on its way: from the first step to the finish, ten minutes at most (section 3). */
final class SignIn {

  private final String id;
  private final Device device;
  private final Instant startedAt;

  private String userToken;
  private String formerToken;
  private Reply last;
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
    formerToken = userToken;
    userToken = token;
  }

  /** Whether this token came with the last answer, or with the one before, if that was lost. */
  boolean isRecent(String token) {
    return token.equals(userToken) || token.equals(formerToken);
  }

  /** What was answered last. */
  Reply last() {
    return last;
  }

  Reply answered(Reply reply) {
    last = reply;
    return reply;
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
