package duken.gateway.pay;

import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frame of every page a customer sees: one document with its style and script inside, allowed
 * by their digests and by nothing else.
 */
final class PageFrame {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private final String template;
  private final Map<String, String> headers;

  PageFrame() {
    String css = resource("pay.css");
    String js = resource("pay.js");
    this.template = resource("page.html").replace("{{css}}", css).replace("{{js}}", js);
    String policy =
        "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; img-src 'self' data:;"
                .formatted(digest(css), digest(js))
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    this.headers =
        Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Security-Policy", policy,
            // Not "no-referrer": with it a browser hides the origin of our own forms from us.
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "X-Robots-Tag", "noindex, nofollow",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  /**
   * A page.
   *
   * @param places what goes where in the template, already escaped
   */
  HttpAnswer page(int status, AnswerLanguage language, Map<String, String> places) {
    Matcher matcher = PLACE.matcher(template);
    String html =
        matcher.replaceAll(
            match -> Matcher.quoteReplacement(value(match.group(1), language, places)));
    return new HttpAnswer(status, headers, html.getBytes(StandardCharsets.UTF_8))
        .with("Content-Language", language.tag())
        .with("Vary", "Accept-Language");
  }

  private static String value(String place, AnswerLanguage language, Map<String, String> places) {
    return place.equals("lang") ? language.tag() : places.getOrDefault(place, "");
  }

  private static String resource(String name) {
    try (InputStream in = PageFrame.class.getResourceAsStream("/duken/gateway/pay/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
