package duken.simulator.cashier.entrance;

import duken.simulator.cashier.BankSessions;
import duken.simulator.cashier.Tally;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.request.Forms;
import duken.simulator.cashier.request.Freshness;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.SignedList;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.proof.Curve;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The finish of a sign-in: proofs of the phone, a real key agreement, a token (section 3.4). */
public final class FinishCall {

  private static final Pattern PIN_HASH = Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{64}");
  private static final Pattern ZONE = Pattern.compile("GMT[+-]\\d{2}:\\d{2}");

  private final Supplier<Behaviour> behaviour;
  private final SignIns signIns;
  private final BankSessions bankSessions;
  private final Freshness freshness;
  private final Tally tally;

  public FinishCall(
      Supplier<Behaviour> behaviour,
      SignIns signIns,
      BankSessions bankSessions,
      Freshness freshness,
      Tally tally) {
    this.behaviour = behaviour;
    this.signIns = signIns;
    this.bankSessions = bankSessions;
    this.freshness = freshness;
    this.tally = tally;
  }

  public Reply finish(Request request) {
    StrictFields body = StrictFields.of(request).exactly("processId", "signed", "guard");
    SignIn signIn = signIns.find(body.text("processId"));
    if (!signIn.isProven()) {
      throw RefusedCall.breach("order", "a finish before the code was right");
    }
    checkHeaders(request, signIn.device());
    checkSigned(body.object("signed").exactly("data", "sign"), signIn.device());
    StrictFields guard = body.object("guard").exactly("pinHash", "x509");
    if (!PIN_HASH.matcher(guard.text("pinHash")).matches()) {
      throw RefusedCall.breach("pinHash", "is not 32 or 64 hex characters");
    }
    ECPublicKey theirs = agreementKey(guard.text("x509"));
    Behaviour.FinishAnswer shape = behaviour.get().finish();
    BankSessions.Given given =
        bankSessions.give(
            signIn.device(), signIn.phone(), theirs, shape != Behaviour.FinishAnswer.NO_ROLES);
    signIns.end(signIn);
    tally.done(Tally.Effect.SIGN_IN);
    return answer(given, shape);
  }

  private void checkHeaders(Request request, Device device) {
    SignedList.check(request, device.key(), SignedList.ALWAYS, behaviour.get().profiles());
    freshness.check("X-Time", Freshness.saidTime(request));
    freshness.checkRequestId(request);
    TokenGate.checkAddressAndTag(request, device);
    TokenGate.checkNative(request);
    Forms.exactly(request, "X-Net-Type", "WIFI/ETHERNET");
    Forms.exactly(request, "X-Emulator", "0");
    Forms.exactly(request, "X-Platform-Type", device.platform());
    Forms.exactly(request, "X-Locale", device.locale());
    Forms.matches(request, "X-Time-Zone", ZONE);
    List.of("X-Kb-TokenSn", "X-Kb-TokenSnMac", "X-Kb-Client-Ip")
        .forEach(name -> Forms.absent(request, name));
  }

  /** Section 5.4: four fields in their order, signed as the base64 text they are sent in. */
  private void checkSigned(StrictFields signed, Device device) {
    String data = signed.text("data");
    byte[] ascii = data.getBytes(StandardCharsets.US_ASCII);
    if (!Curve.hasSigned(device.key(), ascii, signed.text("sign"))) {
      throw RefusedCall.unproven("signed.sign", "does not fit signed.data");
    }
    StrictFields said =
        StrictFields.of(decoded(data), "signed.data")
            .inOrder("installId", "time", "auth", "userIdHash");
    if (!said.text("installId").equals(device.installId())) {
      throw RefusedCall.unproven("signed.data", "installId is not that of the sign-in");
    }
    said.text("userIdHash", "");
    StrictFields auth = said.onlyObjectOf("auth").inOrder("value", "type");
    auth.text("value", "");
    auth.text("type", "pincode");
    freshness.check("signed.data.time", Freshness.read("signed.data.time", said.text("time")));
  }

  private static byte[] decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      throw RefusedCall.breach("signed.data", "is not base64");
    }
    throw RefusedCall.breach("signed.data", "is base64 without its padding");
  }

  private static ECPublicKey agreementKey(String x509) {
    try {
      return Curve.ofSpki(x509);
    } catch (IllegalArgumentException e) {
      throw RefusedCall.breach("guard.x509", e.getMessage());
    }
  }

  private static Reply answer(BankSessions.Given given, Behaviour.FinishAnswer shape) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (shape != Behaviour.FinishAnswer.WITHOUT_TOKEN) {
      data.put("tokenSN", given.session().serial());
    }
    String key = Base64.getEncoder().encodeToString(given.serverKey().getEncoded());
    switch (shape) {
      case FULL, WITHOUT_TOKEN, NO_ROLES -> data.put("x509", key);
      case BAD_KEY -> data.put("x509", key.substring(0, 48) + "AAAA" + key.substring(52));
      case WITHOUT_KEY -> data.put("showSaleScreen", false);
    }
    data.put("userIdHash", "");
    data.put("roles", shape == Behaviour.FinishAnswer.NO_ROLES ? List.of() : List.of("CASHIER"));
    data.put("perms", List.of());
    data.put("authMethods", List.of());
    return EntranceReplies.json(Map.of("success", true, "data", data));
  }
}
