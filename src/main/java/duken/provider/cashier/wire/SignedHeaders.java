package duken.provider.cashier.wire;

import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.CashierSettings.Device;
import duken.provider.cashier.settings.EcKeys;
import duken.provider.cashier.settings.Md5;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The headers of signed calls (cashier sheet, section 4), made anew for every request. */
public final class SignedHeaders {

  private static final String NOT_CONNECTED = "notConnected";

  private final CashierSettings settings;
  private final Supplier<String> clientIp;

  /** The keys of the identities seen, by their text: reading one costs more than a signature. */
  private final Map<String, PrivateKey> keys = new ConcurrentHashMap<>();

  /**
   * @param ownAddress this machine's LAN address, sent when the settings name none
   */
  public SignedHeaders(CashierSettings settings, Supplier<String> ownAddress) {
    this.settings = settings;
    this.clientIp =
        settings.headers().clientIp().isEmpty() ? ownAddress : () -> settings.headers().clientIp();
  }

  /** For {@code kpentrance/finish} (section 3.4). */
  Map<String, String> finish(DeviceIdentity identity, String url, String body, Instant now) {
    Device device = settings.device();
    Map<String, String> headers = common(now);
    headers.put("X-Platform-Type", device.platform());
    headers.put("X-PkTag", identity.pkTag());
    headers.put("X-SU", Md5.ofUrl(url));
    headers.put("X-Net-Type", "WIFI/ETHERNET");
    headers.put("X-Emulator", "0");
    headers.put("X-Time-Zone", settings.headers().zoneHeader());
    return sign(headers, settings.signature().lists().finish(), identity, url, body);
  }

  /** For the organisation context and the refresh on mtoken (sections 3.5 and 3.6). */
  Map<String, String> mtoken(CashierSession session, String url, String body, Instant now) {
    Device device = settings.device();
    DeviceIdentity identity = session.identity();
    Map<String, String> headers = common(now);
    headers.put("X-PkTag", identity.pkTag());
    headers.put("X-SU", Md5.ofUrl(url));
    token(headers, session, now);
    headers.put("X-Install-ID", identity.installId());
    headers.put("X-App-Ver", device.app().appVersion());
    headers.put("X-App-Bld", device.app().appBuild());
    headers.put("X-S", settings.headers().xs());
    headers.put("X-Kb-Client-Ip", clientIp.get());
    boolean known = session.profileId() != null && !session.profileId().isEmpty();
    if (known) {
      headers.put("X-PI", session.profileId());
    }
    List<String> list =
        known
            ? settings.signature().lists().mtokenKnown()
            : settings.signature().lists().mtokenFresh();
    return sign(headers, list, identity, url, body);
  }

  /** For payment calls on qrpay (section 4). */
  Map<String, String> qrpay(CashierSession session, String url, String body, Instant now) {
    Device device = settings.device();
    DeviceIdentity identity = session.identity();
    Map<String, String> headers = common(now);
    token(headers, session, now);
    headers.put("X-PI", session.profileId() == null ? "" : session.profileId());
    headers.put("X-Install-ID", identity.installId());
    headers.put("X-Device-ID", identity.deviceId());
    headers.put("X-App-Ver", device.app().appVersion());
    headers.put("X-App-Bld", device.app().appBuild());
    headers.put("X-Platform-Type", device.platform());
    headers.put("X-Platform-Ver", device.platformVersion());
    List<String> list = settings.signature().lists().qrpay(settings.signature().profile());
    return sign(headers, list, identity, url, body);
  }

  private Map<String, String> common(Instant now) {
    Device device = settings.device();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "*/*");
    headers.put("Accept-Language", "ru");
    headers.put("User-Agent", device.nativeAgent());
    headers.put("X-Time", WireTime.xTime(now, settings.headers().zone()));
    headers.put("X-Call", NOT_CONNECTED);
    headers.put("X-Locale", device.locale());
    headers.put("X-SV", "2");
    headers.put("X-Request-ID", UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    return headers;
  }

  private static void token(Map<String, String> headers, CashierSession session, Instant now) {
    byte[] secret = HexFormat.of().parseHex(session.secret());
    headers.put("X-Kb-TokenSn", session.tokenSerial());
    headers.put(
        "X-Kb-TokenSnMac", TokenMac.compute(session.tokenSerial(), secret, now.toEpochMilli()));
  }

  private Map<String, String> sign(
      Map<String, String> headers,
      List<String> list,
      DeviceIdentity identity,
      String url,
      String body) {
    PrivateKey key =
        keys.computeIfAbsent(
            identity.privateKey(), text -> EcKeys.readPrivate(Base64.getDecoder().decode(text)));
    String text = settings.signature().profile().text(url, list, headers, body);
    headers.put("X-SH", String.join(",", list));
    headers.put("X-Sign", settings.signature().profile().sign(text, key));
    return headers;
  }
}
