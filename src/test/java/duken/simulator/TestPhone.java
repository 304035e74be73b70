package duken.simulator;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A cashier's phone, written for these tests from the sheet alone: sections 2 to 6. */
final class TestPhone {

  static final String QRPAY_XS2 =
      "url,X-Install-ID,X-PI,X-App-Bld,X-Platform-Ver,X-Locale,X-App-Ver,X-Device-ID,X-SV,X-Time,"
          + "X-Platform-Type,X-Call,X-Kb-TokenSnMac,X-Kb-TokenSn";
  static final String QRPAY_XS1 =
      "url,X-Request-ID,X-Device-ID,X-Platform-Ver,X-App-Bld,X-Time,X-Kb-TokenSn,X-App-Ver,"
          + "X-Kb-TokenSnMac,X-Call,X-PI,X-Install-ID,X-Platform-Type,X-Locale,X-SV";
  private static final String FINISH =
      "url,X-Time-Zone,X-Request-ID,X-Net-Type,X-Emulator,X-Call,X-Platform-Type,X-Locale,X-Time,"
          + "X-SV";
  private static final String MTOKEN =
      "url,X-Kb-Client-Ip,X-Time,X-App-Ver,X-SV,X-Locale,X-App-Bld,X-Install-ID,X-Kb-TokenSn,X-S,"
          + "X-Kb-TokenSnMac,X-Call";
  private static final String XS = "R:0|E:0|RH:0|N:0";

  final String deviceId = uuid();
  final String installId = uuid();
  final KeyPair key = pair();
  final String pk;
  final String pkTag;

  String build = "1115";
  String userToken;
  String processId;
  String serial;
  byte[] secret;
  String profileId;

  private final String bank;
  private final Clock clock;
  private final String profile;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final KeyPair agreement = pair();

  TestPhone(URI bank, Clock clock, String profile) {
    this.bank = bank.toString();
    this.clock = clock;
    this.profile = profile;
    byte[] spki = key.getPublic().getEncoded();
    this.pk = base64(Arrays.copyOfRange(spki, spki.length - 65, spki.length));
    this.pkTag = md5(pk);
  }

  /** The whole sign-in. */
  TestPhone signIn(String phone) {
    init();
    phone(phone);
    code("1234");
    finish();
    context();
    return this;
  }

  PhoneCall.Answer init() {
    PhoneCall.Answer answer = initCall().send();
    take(answer);
    processId = answer.json().path("meta").path("pId").asString("");
    return answer;
  }

  PhoneCall initCall() {
    userToken = null;
    String query =
        ("auth=2&appBuild=%s&appVersion=26.0921&platformVersion=18.4&platformType=IOS"
                + "&deviceBrand=Apple&deviceModel=iPhone16,2&deviceId=%s&installId=%s"
                + "&frontCameraAvailable=true&sf=registration&pc=KPEntrance&noPass=0")
            .formatted(build, deviceId, installId);
    String data = "\"" + query.replace("=", "\":\"").replace("&", "\",\"") + "\"";
    return step(
        "/process/entrance/?" + query,
        "{\"data\":{},\"Data\":{" + data + "},\"actType\":\"Success\"}");
  }

  PhoneCall.Answer phone(String number) {
    return take(later("EnterPhoneNumber", "{\"phoneNumber\":\"" + number + "\"}").send());
  }

  PhoneCall.Answer code(String code) {
    return take(codeCall(code).send());
  }

  PhoneCall codeCall(String code) {
    return later("ViewEnterOtp", "{\"userOtp\":\"" + code + "\",\"inputType\":\"auto\"}");
  }

  PhoneCall later(String screen, String data) {
    return step(
        "/process/universal-enter-phone-number?pId="
            + processId
            + "&firstPage=KPUniversalEnterPhoneNumber",
        "{\"meta\":{\"pId\":\"%s\",\"sn\":\"%s\"},\"data\":%s,\"actType\":\"Success\"}"
            .formatted(processId, screen, data));
  }

  String cookie() {
    String cookie =
        ("deviceId=%s; installId=%s; is_mobile_app=true; locale=ru-RU; ma_bld=%s;"
                + " ma_platform_type=iOS; ma_platform_ver=18.4; ma_ver=26.0921; pk=%s; pkTag=%s;"
                + " xs=%s")
            .formatted(deviceId, installId, build, pk, pkTag, XS);
    return userToken == null ? cookie : cookie + "; user_token=" + userToken;
  }

  PhoneCall.Answer finish() {
    PhoneCall.Answer answer = finishCall(signedData(installId, time()), true).send();
    serial = answer.json().path("data").path("tokenSN").asString("");
    String server = answer.json().path("data").path("x509").asString("");
    secret = server.isEmpty() ? null : agree(server);
    return answer;
  }

  String signedData(String install, String time) {
    return ("{\"installId\":\"%s\",\"time\":\"%s\",\"auth\":[{\"value\":\"\",\"type\":\"pincode\"}],"
                + "\"userIdHash\":\"\"}")
        .formatted(install, time);
  }

  PhoneCall finishCall(String signedData, boolean rightSignature) {
    String data = base64(signedData.getBytes(StandardCharsets.UTF_8));
    String over = rightSignature ? data : signedData;
    String sign = PhoneCall.signature(over.getBytes(StandardCharsets.US_ASCII), key.getPrivate());
    String body =
        ("{\"processId\":\"%s\",\"signed\":{\"data\":\"%s\",\"sign\":\"%s\"},"
                + "\"guard\":{\"pinHash\":\"%s\",\"x509\":\"%s\"}}")
            .formatted(
                processId, data, sign, md5("pin"), base64(agreement.getPublic().getEncoded()));
    PhoneCall call = call("POST", "/api/v1/kpentrance/finish", body);
    return call.with("X-Net-Type", "WIFI/ETHERNET")
        .with("X-Emulator", "0")
        .with("X-Time-Zone", "GMT+05:00")
        .with("X-Platform-Type", "iOS")
        .with("X-SU", md5(call.url().toLowerCase(Locale.ROOT)))
        .with("X-PkTag", pkTag)
        .with("X-SH", FINISH)
        .signed(profile, key.getPrivate());
  }

  PhoneCall.Answer context() {
    PhoneCall.Answer answer = contextCall("/v08/organizations/org-context-otp").send();
    profileId = answer.data().path("Current").path("ProfileId").asString("");
    return answer;
  }

  PhoneCall contextCall(String path) {
    String body =
        ("{\"OrganizationId\":0,\"DeviceInformation\":{\"SdkVersion\":\"AOTP service\","
                + "\"DeviceId\":\"%s\",\"ApplicationId\":\"kz.kaspi.business\","
                + "\"ScreenWidth\":\"430.0\",\"ScreenHeight\":\"932.0\",\"Model\":\"iPhone16,2\","
                + "\"DeviceName\":\"iPhone\",\"VersionName\":\"26.0921\",\"InstallId\":\"%s\","
                + "\"BuildRelease\":\"iOS 18.4\",\"Brand\":\"Apple\",\"Board\":\"18.4\","
                + "\"Platform\":\"iOS\",\"Product\":\"Kaspi Pay\",\"frontCameraAvailable\":true,"
                + "\"VersionCode\":\"%s\"}}")
            .formatted(deviceId, installId, build);
    PhoneCall call = withToken(call("POST", path, body));
    return call.with("X-Kb-Client-Ip", "192.168.0.10")
        .with("X-S", XS)
        .with("X-SU", md5(call.url().toLowerCase(Locale.ROOT)))
        .with("X-PkTag", pkTag)
        .with("X-SH", MTOKEN)
        .signed(profile, key.getPrivate());
  }

  PhoneCall.Answer get(String target) {
    return sign(qrpay("GET", target, null)).send();
  }

  PhoneCall.Answer post(String path, String body) {
    return sign(qrpay("POST", path, body)).send();
  }

  PhoneCall sign(PhoneCall call) {
    return call.signed(profile, key.getPrivate());
  }

  /** A call about money, not signed yet. */
  PhoneCall qrpay(String method, String target, String body) {
    return withToken(call(method, target, body))
        .with("X-PI", profileId)
        .with("X-Device-ID", deviceId)
        .with("X-Platform-Type", "iOS")
        .with("X-Platform-Ver", "18.4")
        .with("X-SH", profile.equals("XS2") ? QRPAY_XS2 : QRPAY_XS1);
  }

  String time() {
    return time(clock.instant());
  }

  static String time(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx")
        .format(at.atOffset(ZoneOffset.ofHours(5)));
  }

  /** Section 5.6. */
  String mac(Instant at) {
    ByteBuffer data = ByteBuffer.allocate(166);
    data.put("OCRA-1:HOTP-SHA256-6:QH64-T1M".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    data.put(Arrays.copyOf(serial.getBytes(StandardCharsets.UTF_8), 32));
    data.position(29 + 1 + 128);
    data.putLong(at.toEpochMilli() / 30_000);
    try {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] digest = hmac.doFinal(data.array());
      BigInteger cut =
          new BigInteger(1, Arrays.copyOfRange(digest, digest[31] & 15, (digest[31] & 15) + 4));
      return "%06d".formatted((cut.intValue() & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PhoneCall step(String referer, String body) {
    return new PhoneCall(http, "POST", bank + "/api/v1/entrance/step", body)
        .with("Accept", "application/json, text/plain, */*")
        .with("Content-Type", "application/json")
        .with("Accept-Language", "ru")
        .with("Accept-Encoding", "gzip, deflate, br")
        .with("Origin", bank)
        .with("Sec-Fetch-Site", "same-origin")
        .with("Sec-Fetch-Mode", "cors")
        .with("Sec-Fetch-Dest", "empty")
        .with("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)")
        .with("Referer", bank + referer)
        .with("Cookie", cookie());
  }

  private PhoneCall call(String method, String target, String body) {
    PhoneCall call = new PhoneCall(http, method, bank + target, body);
    if (body != null) {
      call.with("Content-Type", "application/json");
    }
    return call.with("Accept", "*/*")
        .with("Accept-Language", "ru")
        .with("Accept-Encoding", "gzip")
        .with("User-Agent", "Kaspi%20Pay/1115 CFNetwork/3826.400.120 Darwin/24.4.0")
        .with("X-Time", time())
        .with("X-Call", "notConnected")
        .with("X-Locale", "ru-RU")
        .with("X-SV", "2")
        .with("X-Request-ID", uuid());
  }

  private PhoneCall withToken(PhoneCall call) {
    return call.with("X-Kb-TokenSn", serial)
        .with("X-Kb-TokenSnMac", mac(clock.instant()))
        .with("X-Install-ID", installId)
        .with("X-App-Ver", "26.0921")
        .with("X-App-Bld", build);
  }

  private PhoneCall.Answer take(PhoneCall.Answer answer) {
    answer.cookies().stream()
        .filter(cookie -> cookie.startsWith("user_token="))
        .map(cookie -> cookie.substring("user_token=".length()).split(";", 2)[0])
        .filter(value -> !value.isEmpty())
        .findFirst()
        .ifPresent(value -> userToken = value);
    return answer;
  }

  /** Takes a server key for the saved agreement key. */
  byte[] agree(String spki) {
    try {
      KeyAgreement agreed = KeyAgreement.getInstance("ECDH");
      agreed.init(agreement.getPrivate());
      agreed.doPhase(
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(spki))),
          true);
      return agreed.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String uuid() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
