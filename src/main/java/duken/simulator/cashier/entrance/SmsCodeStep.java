package duken.simulator.cashier.entrance;

import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.request.RefusalLog;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.wire.Reply;
import java.util.Map;
import java.util.function.Supplier;

/** The SMS code: asked for, counted when wrong, and what follows a right one (section 3.2). */
public final class SmsCodeStep {

  private final Supplier<Behaviour> behaviour;
  private final SignIns signIns;
  private final RefusalLog refusals;

  public SmsCodeStep(Supplier<Behaviour> behaviour, SignIns signIns, RefusalLog refusals) {
    this.behaviour = behaviour;
    this.signIns = signIns;
    this.refusals = refusals;
  }

  Reply ask(SignIn signIn) {
    boolean other = behaviour.get().otherViews();
    String tail = signIn.phone().substring(8);
    return EntranceReplies.view(
        signIn,
        "ViewEnterOtp",
        other ? "KPUniversalEnterOtp" : "EnterOtp",
        Map.of("desc", "Код отправлен на номер, который оканчивается на " + tail));
  }

  /** Checks the code: the first wrong one is asked for again, the third ends the sign-in. */
  Reply check(StrictFields data, SignIn signIn) {
    data.text("inputType", "auto");
    String typed = data.text("userOtp");
    if (signIn.code().isEmpty()) {
      throw RefusedCall.breach("order", "a code before the phone number");
    }
    if (!typed.equals(signIn.code())) {
      return wrong(signIn);
    }
    Behaviour now = behaviour.get();
    return switch (now.screen()) {
      case NONE, PASSWORD_AFTER_PHONE -> right(signIn, now.otherViews());
      case ORG_REGISTRATION ->
          EntranceReplies.view(
              signIn,
              "MobileOrgRegistration",
              "KPMobileCall",
              Map.of("type", "kpOrgRegistration", "desc", "Подтвердите организацию в приложении"));
      case PASSWORD -> password(signIn);
      case PHOTO -> photo(signIn, "KaspiIdTakePhoto");
      case UNIVERSAL_PHOTO -> photo(signIn, "UniversalKaspiIdTakePhoto");
      case OPTIONAL_PIN -> pin(signIn, "optional");
      case PIN -> pin(signIn, "required");
      case UNKNOWN ->
          EntranceReplies.view(
              signIn, "ViewSomethingNew", "KPSomethingNew", Map.of("desc", "Что-то новое"));
    };
  }

  /** The view that asks for the account's password (section 3.2, dead end 1). */
  static Reply password(SignIn signIn) {
    return EntranceReplies.view(
        signIn, "ViewEnterLoginPassword", "KPEnterLoginPassword", Map.of("desc", "Введите пароль"));
  }

  /** A right code, and a cashier's PIN at the finish (section 3.2). */
  private static Reply pin(SignIn signIn, String request) {
    signIn.prove();
    return EntranceReplies.view(
        signIn,
        "KPMobileCall",
        "KPMobileCall",
        Map.of("authMethods", Map.of("cashierpin", Map.of("request", request))));
  }

  private static Reply photo(SignIn signIn, String view) {
    return EntranceReplies.view(
        signIn,
        "ViewKaspiIdTakePhoto",
        view,
        Map.of("verificationId", signIn.id(), "desc", "Сфотографируйтесь"));
  }

  private Reply wrong(SignIn signIn) {
    int count = signIn.wrong();
    if (count == 1) {
      refusals.add(CashierPaths.STEP, false, "code", "wrong for the first time: asked again");
      return ask(signIn);
    }
    if (count == 2) {
      throw RefusedCall.entrance(
          "OtpCodeIsWrong", "code", "wrong for the second time", "Неверный код");
    }
    signIns.end(signIn);
    throw RefusedCall.entrance(
        "EnterOtpAttemptsExceeded",
        "code",
        "wrong for the third time: the sign-in is over",
        "Слишком много попыток");
  }

  private static Reply right(SignIn signIn, boolean other) {
    signIn.prove();
    return other
        ? EntranceReplies.view(signIn, "KPMobileCall", "KPMobileCall", Map.of())
        : EntranceReplies.view(
            signIn, "KPDeviceRegistration", "KPMobileCall", Map.of("type", "kpDeviceRegistration"));
  }
}
