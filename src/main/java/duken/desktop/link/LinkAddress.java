package duken.desktop.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that open a message with the link in it; nothing is sent by opening them. */
final class LinkAddress {

  private LinkAddress() {}

  /** A new e-mail without a recipient (RFC 6068). */
  static URI mail(String subject, String body) {
    return URI.create("mailto:?subject=" + encoded(subject) + "&body=" + encoded(body));
  }

  /** A new WhatsApp message; the person chooses to whom it goes. */
  static URI messenger(String text) {
    return URI.create("https://wa.me/?text=" + encoded(text));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
