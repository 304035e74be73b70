package duken.gateway.pay;

import duken.domain.Invoice;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.tenant.Tenant;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.SumText;
import duken.gateway.problem.ProblemTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The page behind a pay link: what to pay, to whom, until when, and what became of it. */
final class PayPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.ROOT);
  private static final int LONG_SUM = 11;

  private final PageFrame frame = new PageFrame();
  private final ProblemTexts problemTexts = ProblemTexts.payPage();

  /**
   * A bill as a customer is to see it now.
   *
   * @param now by the engine's clock
   */
  record View(Invoice invoice, Tenant shop, PayState state, Instant now) {

    ZonedDateTime local(Instant at) {
      return at.atZone(ZoneId.of(shop.timezone()));
    }

    long millisLeft() {
      return Math.max(0, Duration.between(now, invoice.terms().expiresAt()).toMillis());
    }

    boolean isTraining() {
      return invoice.mode().isSandbox();
    }
  }

  HttpAnswer show(View view, AnswerLanguage language) {
    Invoice invoice = view.invoice();
    String sum = SumText.of(invoice.terms().amount().toWire());
    boolean scans =
        view.isTraining()
            && invoice.kind() == PaymentKind.QR
            && invoice.state().payerProgress() == PayerProgress.WAITING;
    Map<String, String> places = new HashMap<>();
    places.put("title", Html.escape(text(language, "title", sum)));
    places.put("state", view.state().word());
    places.put("left", Long.toString(view.millisLeft()));
    places.put("scan", Boolean.toString(scans && view.state() == PayState.WAITING));
    places.put("banner", view.isTraining() ? banner(language) : "");
    places.put(
        "refresh",
        view.state().isOpen()
            ? "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>"
            : "");
    places.put("languages", text(language, "languages"));
    places.put("switch", PayParts.languages(language));
    places.put("body", card(view, language, sum) + details(view, language));
    places.put("footer", "Duken");
    return frame.page(200, language, places);
  }

  /** A page that only says something. */
  HttpAnswer message(int status, AnswerLanguage language, String key) {
    Map<String, String> places = new HashMap<>();
    places.put("title", text(language, key));
    places.put("languages", text(language, "languages"));
    places.put("switch", PayParts.languages(language));
    places.put("state", key);
    places.put("left", "0");
    places.put("scan", "false");
    places.put(
        "body",
        "<section class=\"card done\">"
            + PayParts.end("bad", text(language, key), text(language, key + ".note"))
            + "</section>");
    places.put("footer", "Duken");
    return frame.page(status, language, places);
  }

  private String card(View view, AnswerLanguage language, String sum) {
    return view.state().isOpen()
        ? "<section class=\"card\">"
            + whatFor(view)
            + sum(sum)
            + PayParts.state(word(view, language), note(view, language))
            + (view.state().isPayable() ? clock(view, language) + ways(view, language) : "")
            + "</section>"
        : "<section class=\"card done\">"
            + PayParts.end(view.state().look(), word(view, language), note(view, language))
            + sum(sum)
            + whatFor(view)
            + "</section>";
  }

  private static String whatFor(View view) {
    String description = view.invoice().terms().order().description();
    return "<h1 class=\"shop\">"
        + Html.escape(view.shop().name())
        + "</h1>"
        + (description == null ? "" : "<p class=\"what\">" + Html.escape(description) + "</p>");
  }

  private static String sum(String sum) {
    return "<p class=\"sum" + (sum.length() > LONG_SUM ? " long" : "") + "\">" + sum + "</p>";
  }

  private String word(View view, AnswerLanguage language) {
    return text(language, "state." + view.state().word());
  }

  private String note(View view, AnswerLanguage language) {
    return switch (view.state()) {
      case WAITING ->
          text(
              language,
              view.isTraining()
                  ? "hint.training"
                  : view.invoice().kind().isHandedOverByUs() ? "hint.qr" : "hint.phone");
      case REFUNDED, PARTIALLY_REFUNDED ->
          text(
              language,
              "state." + view.state().word() + ".note",
              SumText.of(view.invoice().state().refunds().refunded().toWire()));
      case CONFIRMING, CHECKING, CANCELLING, PAID, CANCELLED, EXPIRED, FAILED ->
          text(language, "state." + view.state().word() + ".note");
    };
  }

  private String clock(View view, AnswerLanguage language) {
    ZonedDateTime until = view.local(view.invoice().terms().expiresAt());
    boolean today = until.toLocalDate().equals(view.local(view.now()).toLocalDate());
    return PayParts.clock(
        Duration.between(view.invoice().revision().createdAt(), view.invoice().terms().expiresAt())
            .toMillis(),
        text(language, "left"),
        text(language, "until", until.format(today ? TIME : DAY_AND_TIME)));
  }

  private String ways(View view, AnswerLanguage language) {
    if (view.isTraining()) {
      return PayParts.buttons(language, text(language, "pay"), text(language, "decline"));
    }
    Invoice.BankSide bank = view.invoice().bank();
    String open = PayParts.bankLink(bank.payUrl(), text(language, "open_bank"));
    return view.invoice().kind() == PaymentKind.QR && bank.qrText() != null
        ? open + PayParts.qr(view.invoice().terms().payToken(), text(language, "scan"))
        : open;
  }

  /** As the shop's window shows it, so that customer and cashier can compare. */
  private static String number(Invoice invoice, AnswerLanguage language) {
    String training = language == AnswerLanguage.EN ? "T-" : "У-";
    return (invoice.mode().isSandbox() ? training : "№ ") + invoice.number();
  }

  private String details(View view, AnswerLanguage language) {
    Invoice invoice = view.invoice();
    StringBuilder list = new StringBuilder("<dl>");
    list.append(PayParts.row(text(language, "invoice"), number(invoice, language)));
    if (invoice.terms().order().externalOrderId() != null) {
      list.append(PayParts.row(text(language, "order"), invoice.terms().order().externalOrderId()));
    }
    if (invoice.terms().discount() != null) {
      String sum = SumText.of(invoice.terms().discount().sum().toWire());
      list.append(PayParts.row(text(language, "discount"), sum));
    }
    if (invoice.state().times().paidAt() != null) {
      String at = view.local(invoice.state().times().paidAt()).format(DAY_AND_TIME);
      list.append(PayParts.row(text(language, "paid_at"), at));
    }
    return list.append("</dl>").toString();
  }

  private String banner(AnswerLanguage language) {
    return "<div class=\"training\">"
        + text(language, "training")
        + "<span>"
        + text(language, "training.note")
        + "</span></div>";
  }

  private String text(AnswerLanguage language, String key, Object... args) {
    return problemTexts.get(language, key, args);
  }
}
