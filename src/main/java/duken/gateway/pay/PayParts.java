package duken.gateway.pay;

import duken.gateway.http.AnswerLanguage;

/**
 * Pieces of the pay page. Words come in ready for HTML unless a line says otherwise. Addresses are
 * relative: the page may be reached through a proxy's own path.
 */
final class PayParts {

  private static final String HOURGLASS =
      "<path d=\"M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9\"/>";
  private static final String TICK =
      "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m8 12.5 2.7 2.7L16.5 9.5\"/>";
  private static final String CROSS =
      "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m9 9 6 6m0-6-6 6\"/>";

  private PayParts() {}

  /** Links to the same page in the other languages. */
  static String languages(AnswerLanguage current) {
    StringBuilder links = new StringBuilder();
    for (AnswerLanguage language : AnswerLanguage.values()) {
      String name = nameOf(language);
      links.append(
          language == current
              ? "<b aria-current=\"true\" lang=\"%s\">%s</b>".formatted(language.tag(), name)
              : "<a href=\"?lang=%s\" hreflang=\"%s\" lang=\"%s\">%s</a>"
                  .formatted(language.tag(), language.tag(), language.tag(), name));
    }
    return links.toString();
  }

  private static String nameOf(AnswerLanguage language) {
    return switch (language) {
      case RU -> "РУС";
      case KK -> "ҚАЗ";
      case EN -> "ENG";
    };
  }

  /** What is going on: icon, word and a sentence. */
  static String state(String word, String note) {
    return """
    <div class="state" role="status">%s<div><strong>%s</strong><small>%s</small></div></div>\
    """
        .formatted(icon(HOURGLASS), word, note);
  }

  /** How it ended: the same, so large that a cashier sees it across the counter. */
  static String end(String look, String word, String note) {
    return """
    <div class="end %s" role="status">%s<strong>%s</strong><small>%s</small></div>\
    """
        .formatted(look, icon(look.equals("good") ? TICK : CROSS), word, note);
  }

  private static String icon(String strokes) {
    return """
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" \
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">%s</svg>\
    """
        .formatted(strokes);
  }

  /** The time that is left: a sentence, and with a script a countdown. */
  static String clock(long wholeMillis, String left, String until) {
    return """
    <div class="clock" id="clock" data-whole="%d">\
    <span class="still">%s</span>\
    <span class="live">%s: <b id="left" role="timer"></b></span>\
    <div class="live bar"><i id="bar"></i></div></div>\
    """
        .formatted(wholeMillis, until, left);
  }

  /** The practice customer's buttons. */
  static String buttons(AnswerLanguage language, String pay, String decline) {
    return """
    <form method="post" action="?lang=%s">\
    <button class="yes" name="action" value="pay">%s</button>\
    <button class="no" name="action" value="decline">%s</button></form>\
    """
        .formatted(language.tag(), pay, decline);
  }

  /** The way into the bank's app; nothing when the bank gave none. */
  static String bankLink(String url, String word) {
    boolean usable = url != null && (url.startsWith("https://") || url.startsWith("http://"));
    return usable
        ? "<a class=\"open\" rel=\"noreferrer\" href=\"%s\">%s</a>"
            .formatted(Html.escape(url), word)
        : "";
  }

  /** A picture to scan with another device. */
  static String qr(String token, String word) {
    return """
    <figure class="qr"><img src="../qr/%s.png" width="600" height="600" alt="QR">\
    <figcaption>%s</figcaption></figure>\
    """
        .formatted(Html.escape(token), word);
  }

  /**
   * A line of the list below.
   *
   * @param value as it is, escaped here
   */
  static String row(String name, String value) {
    return "<dt>" + name + "</dt><dd>" + Html.escape(value) + "</dd>";
  }
}
