package duken.desktop.link;

import duken.api.DeskJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** The ways a pay link can take to the customer. What cannot be done is said, and never lost. */
public final class LinkSharing {

  private final DeskContext context;
  private final Consumer<URI> opener;
  private final Predicate<VBox> printer;

  /** With the programs and the printer of this computer. */
  public LinkSharing(DeskContext context) {
    this(context, SystemOpener::open, LinkSlip::print);
  }

  LinkSharing(DeskContext context, Consumer<URI> opener, Predicate<VBox> printer) {
    this.context = context;
    this.opener = opener;
    this.printer = printer;
  }

  /** Whether this sale is paid through a link that was sent. */
  public static boolean isLink(DeskJson.Sale sale) {
    return "link".equals(sale.invoice().state().type())
        && sale.invoice().payment().paymentUrl() != null;
  }

  /** Puts the link on the clipboard. */
  void copy(DeskJson.Sale sale) {
    ClipboardContent content = new ClipboardContent();
    content.putString(sale.invoice().payment().paymentUrl());
    Clipboard.getSystemClipboard().setContent(content);
    say(Tone.GOOD, "link.copied");
  }

  /** Begins an e-mail with the link in it. */
  void mail(DeskJson.Sale sale) {
    open(
        LinkAddress.mail(context.texts().get("link.mail.subject", shop(), sum(sale)), words(sale)));
  }

  void messenger(DeskJson.Sale sale) {
    open(LinkAddress.messenger(words(sale)));
  }

  void print(DeskJson.Sale sale) {
    VBox page = LinkSlip.page(shop(), sum(sale), sale.invoice().payment().paymentUrl());
    context
        .background()
        .ask(
            () -> printer.test(page),
            printed ->
                say(
                    printed ? Tone.GOOD : Tone.CAREFUL,
                    printed ? "link.printed" : "link.no_printer"),
            _ -> say(Tone.CAREFUL, "link.no_printer"));
  }

  private void open(URI address) {
    context
        .background()
        .tell(
            () -> opener.accept(address),
            () -> {
              // The other program shows itself.
            },
            _ -> say(Tone.CAREFUL, "link.not_opened"));
  }

  private String words(DeskJson.Sale sale) {
    return context
        .texts()
        .get("link.words", shop(), sum(sale), sale.invoice().payment().paymentUrl());
  }

  private String shop() {
    DeskJson.State state = context.feed().stateProperty().get();
    return state == null ? "" : state.shop();
  }

  private static String sum(DeskJson.Sale sale) {
    return Sums.format(sale.invoice().terms().amount());
  }

  private void say(Tone tone, String key) {
    context.navigator().say(Message.of(tone, key));
  }
}
