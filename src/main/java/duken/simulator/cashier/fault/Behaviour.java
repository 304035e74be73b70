package duken.simulator.cashier.fault;

import duken.simulator.cashier.request.StrictJson;
import duken.simulator.ledger.Deadlines;
import duken.simulator.proof.SignProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything about the bank that can be switched while it runs (section 12, second table). A change
 * is a new record: {@code behaviour.with("remoteCreate", BillAnswer.BOTH)}.
 *
 * @param profiles signature profiles that are accepted
 * @param code the SMS code; empty makes a new one for every SMS
 * @param refuseElevenDigits whether the sign-in takes ten digits only, as the bank does
 * @param screen what follows a right code
 * @param otherViews the rarer names of views: {@code KPUniversalEnterPhoneNumber}, {@code
 *     KPUniversalEnterOtp}, {@code KPMobileCall}
 * @param rotateUserToken a new {@code user_token} with every answer, not with the first alone
 * @param oldestBuild builds below are told {@code OldVersionToUpdate}; 0 takes every build
 * @param oldestBuildFrom UTC, from when on that holds by the wall clock; empty for at once
 * @param finish what the finish answers
 * @param refresh what sign-in-lite answers
 * @param remoteCreate shape of the answer to a new bill
 * @param phone form of a customer's number
 * @param numbersAsText numbers come as text
 * @param amountsAsDisplay amounts come as {@code "1 250,50 ₸"}
 * @param idsAsText ids come as text
 * @param omitStatusCode a success has no {@code StatusCode}
 * @param expireDate form of {@code ExpireDate}
 * @param options form of {@code QrPaymentBehaviorOptions}
 * @param announced put over the true options, whatever the values
 * @param scanSeconds a QR waits for a phone
 * @param pollingSeconds announced
 * @param countdownSeconds announced
 * @param confirmSeconds a scanned QR waits for its customer
 * @param billHours a bill waits
 * @param automatic whether these run out by themselves
 * @param historyPage rows of one page of the history
 * @param deadTokenReadsHistory the history answers a dead token, as the bank was seen to do
 * @param gzip answers are packed for clients that say they can read it
 * @param latencyMillis before every answer
 */
public record Behaviour(
    Set<SignProfile> profiles,
    String code,
    boolean refuseElevenDigits,
    Screen screen,
    boolean otherViews,
    boolean rotateUserToken,
    int oldestBuild,
    String oldestBuildFrom,
    boolean shop,
    boolean cashier,
    FinishAnswer finish,
    RefreshAnswer refresh,
    BillAnswer remoteCreate,
    PhoneForm phone,
    boolean numbersAsText,
    boolean amountsAsDisplay,
    boolean idsAsText,
    boolean omitStatusCode,
    DateForm expireDate,
    OptionsForm options,
    Map<String, Object> announced,
    int scanSeconds,
    int pollingSeconds,
    int countdownSeconds,
    int confirmSeconds,
    int billHours,
    boolean automatic,
    int historyPage,
    boolean deadTokenReadsHistory,
    boolean gzip,
    int latencyMillis) {

  /** What follows a right code. */
  public enum Screen {
    NONE,
    ORG_REGISTRATION,
    PASSWORD,
    /** Instead of the SMS, as for an account that has a device already. */
    PASSWORD_AFTER_PHONE,
    PHOTO,
    UNIVERSAL_PHOTO,
    /** {@code KPMobileCall} that takes an empty cashier's PIN. */
    OPTIONAL_PIN,
    PIN,
    UNKNOWN
  }

  public enum FinishAnswer {
    FULL,
    WITHOUT_TOKEN,
    WITHOUT_KEY,
    BAD_KEY,
    NO_ROLES
  }

  /** What sign-in-lite answers (section 3.6). */
  public enum RefreshAnswer {
    NEW_KEY,
    /** The same with {@code tokenSN} and {@code x509}. */
    SMALL_NAMES,
    WITHOUT_KEY,
    BAD_KEY,
    WITHOUT_TOKEN
  }

  /** The shape of the answer to a new bill (section 6, row 4). */
  public enum BillAnswer {
    OLD,
    NEW,
    BOTH
  }

  /** The form of a customer's number. */
  public enum PhoneForm {
    ELEVEN("7\\d{10}"),
    TEN("7\\d{9}"),
    EIGHT("87\\d{9}"),
    ANY("[78]?7\\d{9}");

    private final String pattern;

    PhoneForm(String pattern) {
      this.pattern = pattern;
    }

    public boolean fits(String number) {
      return number.matches(pattern);
    }
  }

  public enum DateForm {
    OFFSET,
    Z,
    NONE,
    ABSENT
  }

  public enum OptionsForm {
    NUMBERS,
    TEXT,
    MISSING,
    UNREADABLE
  }

  private static final JsonMapper MAPPER = StrictJson.mapper();

  public Behaviour {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("at least one signature profile is accepted");
    }
    if (!code.matches("|\\d{4,6}")) {
      throw new IllegalArgumentException("the SMS code has 4 to 6 digits");
    }
    if (historyPage < 1 || latencyMillis < 0) {
      throw new IllegalArgumentException("a page has a row at least, and latency is not negative");
    }
    if (!oldestBuildFrom.isEmpty()) {
      Instant.parse(oldestBuildFrom);
    }
    profiles = Set.copyOf(profiles);
    announced = Map.copyOf(announced);
  }

  /** As the real bank is believed to be; both profiles, the SMS code 1234. */
  public static Behaviour standard() {
    return new Behaviour(
        EnumSet.allOf(SignProfile.class),
        "1234",
        true,
        Screen.NONE,
        false,
        true,
        0,
        "",
        true,
        true,
        FinishAnswer.FULL,
        RefreshAnswer.NEW_KEY,
        BillAnswer.NEW,
        PhoneForm.ELEVEN,
        false,
        false,
        false,
        false,
        DateForm.OFFSET,
        OptionsForm.NUMBERS,
        Map.of(),
        180,
        3,
        2,
        65,
        24,
        true,
        50,
        true,
        true,
        0);
  }

  /**
   * The same with one field changed.
   *
   * @throws IllegalArgumentException when there is no such field, or it cannot have this value
   */
  public Behaviour with(String field, Object value) {
    return with(MAPPER.createObjectNode().set(field, MAPPER.valueToTree(value)));
  }

  /**
   * The same with these fields changed.
   *
   * @throws IllegalArgumentException when one is unknown, or cannot have its value
   */
  public Behaviour with(ObjectNode fields) {
    ObjectNode tree = MAPPER.valueToTree(this);
    tree.setAll(fields);
    try {
      return MAPPER.treeToValue(tree, Behaviour.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no such behaviour: " + e.getOriginalMessage(), e);
    }
  }

  /** The oldest build that is taken at this time of the wall clock. */
  public int buildFloor(Instant wall) {
    boolean holds = oldestBuildFrom.isEmpty() || !wall.isBefore(Instant.parse(oldestBuildFrom));
    return holds ? oldestBuild : 0;
  }

  public Deadlines deadlines() {
    return new Deadlines(
        automatic,
        Duration.ofSeconds(scanSeconds),
        Duration.ofSeconds(confirmSeconds),
        Duration.ofHours(billHours));
  }
}
