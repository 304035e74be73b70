package duken.provider.cashier.signin;

import duken.provider.SignInOutcome.Stopped;
import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.wire.CashierFields;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a reply of the sign-in pages shows (cashier sheet, sections 3.2 and 3.3). */
record EntranceView(JsonNode root) {

  private static final Set<String> PHONE_VIEWS =
      Set.of("EnterPhoneNumber", "KPUniversalEnterPhoneNumber");
  private static final Set<String> CODE_VIEWS = Set.of("EnterOtp", "KPUniversalEnterOtp");

  /** The process this sign-in is, after init. */
  Optional<String> processId() {
    return CashierFields.text(root.path("meta"), "pId");
  }

  /** Whether the number is asked for. */
  boolean asksForPhone() {
    return viewCode().filter(PHONE_VIEWS::contains).isPresent();
  }

  /** Whether an SMS code is asked for. */
  boolean asksForCode() {
    return viewCode().filter(CODE_VIEWS::contains).isPresent();
  }

  /** Whether the code was right and the device may be registered without anything else. */
  boolean isAccepted() {
    String type = dataType().orElse("");
    if (wantsPin()) {
      return false;
    }
    return type.equals("kpDeviceRegistration")
        || (viewCode().filter("KPMobileCall"::equals).isPresent()
            && !type.equals("kpOrgRegistration")
            && !shows("OrgRegistration"));
  }

  /** The bank's words for the human. */
  Optional<String> words() {
    return CashierFields.text(root.path("data"), "desc");
  }

  /** The error it carries in any of the three places, as what it means for the human. */
  Optional<Stopped> error() {
    for (JsonNode error :
        new JsonNode[] {
          root.path("error"),
          root.path("data").path("error"),
          root.path("view").path("onOpenAlarm").path("error")
        }) {
      Optional<String> code = CashierFields.text(error, "code");
      if (code.isPresent()) {
        String words = CashierFields.firstText(error, "label", "desc").orElse(null);
        return Optional.of(new Stopped(trouble(code.get()), code.get(), words));
      }
    }
    boolean alarm =
        CashierFields.text(root, "type").filter("Action"::equals).isPresent()
            && CashierFields.text(root, "actType").filter("Alarm"::equals).isPresent();
    return alarm
        ? Optional.of(new Stopped(Trouble.OTHER, "Alarm", words().orElse(null)))
        : Optional.empty();
  }

  /** What to say when it shows a screen that only a human in the bank's app can pass. */
  Stopped unknownScreen() {
    String screen = dataType().or(this::screen).or(this::viewCode).orElse(null);
    Trouble trouble =
        screen == null
            ? Trouble.CONTRACT_MISMATCH
            : shows("EnterLoginPassword")
                ? Trouble.NEEDS_PASSWORD
                : shows("TakePhoto") ? Trouble.NEEDS_FACE : Trouble.NEEDS_BANK_APP;
    return new Stopped(trouble, screen, words().orElse(null));
  }

  /** Whether the error means that the code may be typed again. */
  static boolean isWrongCode(Stopped stopped) {
    return "OtpCodeIsWrong".equals(stopped.bankCode());
  }

  /** Whether a cashier's PIN is wanted; one that is optional may be left out. */
  private boolean wantsPin() {
    return Stream.of(root, root.path("data"))
        .flatMap(
            node ->
                CashierFields.text(node.path("authMethods").path("cashierpin"), "request").stream())
        .anyMatch(request -> !request.equals("optional"));
  }

  /** Whether the view's code or the screen's name holds this word of the bank. */
  private boolean shows(String word) {
    return Stream.of(viewCode(), screen())
        .flatMap(Optional::stream)
        .anyMatch(name -> name.contains(word));
  }

  private Optional<String> screen() {
    return CashierFields.text(root.path("meta"), "sn");
  }

  private Optional<String> viewCode() {
    return CashierFields.text(root.path("view"), "code");
  }

  private Optional<String> dataType() {
    return CashierFields.text(root.path("data"), "type");
  }

  private static Trouble trouble(String code) {
    return switch (code) {
      case "OldVersionToUpdate" -> Trouble.OLD_VERSION;
      case "UserPhoneNumberDoesNotBelongToAnyOperator" -> Trouble.PHONE_REFUSED;
      case "ContextNotFound" -> Trouble.TIMED_OUT;
      case "KaspiPayCheckSecurityFailed" -> Trouble.DEVICE_REFUSED;
      case "BadIncomingRequest", "PasswordIsEmpty" -> Trouble.CONTRACT_MISMATCH;
      default ->
          code.endsWith("AttemptsExceeded")
              ? Trouble.TOO_MANY_ATTEMPTS
              : code.endsWith("TemporaryBlocked") ? Trouble.BLOCKED : Trouble.OTHER;
    };
  }
}
