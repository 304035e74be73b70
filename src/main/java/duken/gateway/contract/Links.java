package duken.gateway.contract;

import duken.api.Paths;
import duken.domain.Invoice;
import java.net.URI;
import java.util.UUID;

/** Addresses customers open, built on the public base. */
public final class Links {

  private final String base;

  /**
   * @param publicUrl scheme, host and perhaps port and path, {@code https://pay.example.kz}
   */
  public Links(URI publicUrl) {
    String text = publicUrl.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The base itself, without a slash at its end. */
  public String base() {
    return base;
  }

  /** The gateway's own pay page of an invoice. */
  public String payPage(Invoice invoice) {
    return base + Paths.PAY + "/" + invoice.terms().payToken();
  }

  public String qrPicture(Invoice invoice) {
    return base + Paths.QR + "/" + invoice.terms().payToken() + ".png";
  }

  /** A picture of the catalog; whoever asks for it needs the key. */
  String image(UUID imageId) {
    return base + Paths.API + "/catalog/images/" + imageId;
  }

  /** The link a customer opens: the bank's own when it has one. */
  public String payLink(Invoice invoice) {
    return invoice.bank().payUrl() == null ? payPage(invoice) : invoice.bank().payUrl();
  }

  /**
   * The link that shops are told: of a sent link always our own, which leads to the bank's present
   * one; of a real terminal none.
   */
  String shownLink(Invoice invoice) {
    return switch (invoice.kind()) {
      case QR, PHONE -> payLink(invoice);
      case LINK -> payPage(invoice);
      case TERMINAL -> invoice.mode().isSandbox() ? payPage(invoice) : null;
    };
  }

  /** The text in the QR: the bank's own when it has one. */
  public String qrText(Invoice invoice) {
    return invoice.bank().qrText() == null ? payPage(invoice) : invoice.bank().qrText();
  }
}
