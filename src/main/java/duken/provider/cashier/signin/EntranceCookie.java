package duken.provider.cashier.signin;

import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.CashierSettings.Device;
import duken.provider.cashier.settings.Md5;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cookie of the sign-in pages, and the token the bank hands back (cashier sheet, 3.1). */
public final class EntranceCookie {

  private static final String USER_TOKEN = "user_token=";

  private EntranceCookie() {}

  /**
   * @param userToken the latest one, or null
   */
  public static String of(CashierSettings settings, DeviceIdentity identity, String userToken) {
    Device device = settings.device();
    String pk = identity.pk();
    List<String> parts = new ArrayList<>();
    parts.add("deviceId=" + identity.deviceId());
    parts.add("installId=" + identity.installId());
    parts.add("is_mobile_app=true");
    parts.add("locale=" + device.locale());
    parts.add("ma_bld=" + device.app().appBuild());
    parts.add("ma_platform_type=" + device.platform());
    parts.add("ma_platform_ver=" + device.platformVersion());
    parts.add("ma_ver=" + device.app().appVersion());
    parts.add("pk=" + pk);
    parts.add("pkTag=" + Md5.ofPk(pk));
    parts.add("xs=" + settings.headers().xs());
    if (settings.headers().newPayConnection()) {
      parts.add("new-pay-connection=true");
    }
    if (userToken != null && !userToken.isEmpty()) {
      parts.add(USER_TOKEN + userToken);
    }
    return String.join("; ", parts);
  }

  /** The first token with a value among the {@code Set-Cookie} fields of a reply. */
  public static Optional<String> userToken(List<String> setCookie) {
    return setCookie.stream()
        .filter(field -> field.startsWith(USER_TOKEN))
        .map(field -> field.substring(USER_TOKEN.length()))
        .map(value -> value.contains(";") ? value.substring(0, value.indexOf(';')) : value)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
