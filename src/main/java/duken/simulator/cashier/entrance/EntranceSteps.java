package duken.simulator.cashier.entrance;

import duken.simulator.cashier.Tally;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.ledger.BankTime;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The three steps before the finish: who are you, what is your number, what does the SMS say
 * (sections 3.1 to 3.3).
 */
public final class EntranceSteps {

  private static final String FIRST_PAGE = "KPUniversalEnterPhoneNumber";

  private final Supplier<Behaviour> behaviour;
  private final SignIns signIns;
  private final Tally tally;
  private final SmsCodeStep codes;
  private final BankTime time;

  public EntranceSteps(
      Supplier<Behaviour> behaviour,
      SignIns signIns,
      Tally tally,
      SmsCodeStep codes,
      BankTime time) {
    this.behaviour = behaviour;
    this.time = time;
    this.signIns = signIns;
    this.tally = tally;
    this.codes = codes;
  }

  public synchronized Reply step(Request request) {
    StrictFields body = StrictFields.of(request);
    SentCookies cookie = SentCookies.read(request);
    EntranceHeaders.check(request);
    int oldest = behaviour.get().buildFloor(time.wall());
    if (Integer.parseInt(cookie.device().build()) < oldest) {
      throw RefusedCall.entrance(
          "OldVersionToUpdate",
          "build",
          "%s is older than %d".formatted(cookie.device().build(), oldest),
          "Обновите приложение");
    }
    return body.has("meta") ? later(request, body, cookie) : init(request, body, cookie);
  }

  private Reply init(Request request, StrictFields body, SentCookies cookie) {
    body.exactly("data", "Data", "actType").text("actType", "Success");
    body.object("data").exactly();
    StrictFields data = body.object("Data");
    Map<String, String> query = expected(cookie.device(), data);
    data.exactly(query.keySet());
    query.forEach(data::text);
    EntranceHeaders.checkReferer(request, "/process/entrance/", query);
    if (cookie.userToken().isPresent()) {
      throw RefusedCall.breach("user_token", "is sent before one was given in this process");
    }
    SignIn signIn = signIns.begin(cookie.device());
    boolean other = behaviour.get().otherViews();
    Reply reply =
        EntranceReplies.view(
            signIn, "EnterPhoneNumber", other ? FIRST_PAGE : "EnterPhoneNumber", Map.of());
    return signIn.answered(EntranceReplies.withToken(reply, signIn));
  }

  /** The last answer of a sign-in once more, token and all; nothing is done. */
  public synchronized Reply last(Request request) {
    SentCookies cookie = SentCookies.read(request);
    EntranceHeaders.check(request);
    SignIn signIn = signIns.find(EntranceHeaders.process(request));
    checkPage(request, cookie, signIn);
    if (cookie.userToken().filter(signIn::isRecent).isEmpty()) {
      throw RefusedCall.breach("user_token", "is not the last one given, nor the one before");
    }
    return signIn.last();
  }

  private static Map<String, String> expected(Device device, StrictFields data) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("auth", "2");
    query.put("appBuild", device.build());
    query.put("appVersion", device.version());
    query.put("platformVersion", device.platformVersion());
    query.put("platformType", "IOS");
    query.put("deviceBrand", data.text("deviceBrand"));
    query.put("deviceModel", data.text("deviceModel"));
    query.put("deviceId", device.deviceId());
    query.put("installId", device.installId());
    query.put("frontCameraAvailable", "true");
    query.put("sf", "registration");
    query.put("pc", "KPEntrance");
    query.put("noPass", "0");
    return query;
  }

  private Reply later(Request request, StrictFields body, SentCookies cookie) {
    body.exactly("meta", "data", "actType").text("actType", "Success");
    StrictFields meta = body.object("meta").exactly("pId", "sn");
    SignIn signIn = signIns.find(meta.text("pId"));
    checkSameProcess(request, cookie, signIn);
    StrictFields data = body.object("data");
    Reply reply;
    try {
      reply =
          switch (meta.text("sn")) {
            case "EnterPhoneNumber" -> phone(data.exactly("phoneNumber"), signIn);
            case "ViewEnterOtp" -> codes.check(data.exactly("userOtp", "inputType"), signIn);
            default -> throw RefusedCall.breach("meta.sn", "is no step of the sign-in");
          };
    } catch (RefusedCall refused) {
      signIn.answered(EntranceReplies.error(refused.entranceCode(), refused.words()));
      throw refused;
    }
    return signIn.answered(
        behaviour.get().rotateUserToken() ? EntranceReplies.withToken(reply, signIn) : reply);
  }

  private void checkSameProcess(Request request, SentCookies cookie, SignIn signIn) {
    checkPage(request, cookie, signIn);
    if (!cookie.userToken().equals(Optional.of(signIn.userToken()))) {
      throw RefusedCall.breach("user_token", "is not the last one given");
    }
  }

  private static void checkPage(Request request, SentCookies cookie, SignIn signIn) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("pId", signIn.id());
    query.put("firstPage", FIRST_PAGE);
    EntranceHeaders.checkReferer(request, "/process/universal-enter-phone-number", query);
    if (!cookie.device().isSameIdentity(signIn.device())) {
      throw RefusedCall.unproven("device", "is not the one that began this sign-in");
    }
  }

  private Reply phone(StrictFields data, SignIn signIn) {
    String phone = data.text("phoneNumber");
    boolean elevenTaken = !behaviour.get().refuseElevenDigits() && phone.matches("77\\d{9}");
    if (!phone.matches("7\\d{9}") && !elevenTaken) {
      throw RefusedCall.entrance(
          "UserPhoneNumberDoesNotBelongToAnyOperator",
          "phone",
          "has %d characters, or another form than 7XXXXXXXXX".formatted(phone.length()),
          "Номер не принадлежит ни одному оператору");
    }
    if (behaviour.get().screen() == Behaviour.Screen.PASSWORD_AFTER_PHONE) {
      return SmsCodeStep.password(signIn);
    }
    String national = phone.substring(phone.length() - 10);
    signIns.send(signIn, national, behaviour.get().code());
    tally.done(Tally.Effect.SMS);
    return codes.ask(signIn);
  }
}
