package duken.desktop.contract;

import duken.api.BankJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Label;

/**
 * Until when the client certificate is good: of the file that was chosen, as soon as its password
 * opens it, else of the one the shop is connected with. Warns 60 days before (Kaspi Pay sheet,
 * section 13).
 */
public final class CertificateLine extends Label {

  private static final Duration WARNING = Duration.ofDays(60);

  private final DeskContext context;
  private final ProviderViewModel model;
  private final Optional<ProviderForm.Input> file;
  private final Optional<ProviderForm.Input> password;
  private String connected;
  private long round;

  /** Invisible for a form without a certificate. */
  public CertificateLine(DeskContext context, ProviderForm form, ProviderViewModel model) {
    getStyleClass().add("bank-said");
    setWrapText(true);
    this.context = context;
    this.model = model;
    file = named(form, "certificate");
    password = named(form, "password");
    setId("contract-certificate-ends");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    file.ifPresent(it -> model.value(it).subscribe(_ -> look()));
    password.ifPresent(it -> model.value(it).subscribe(_ -> look()));
  }

  /** How the shop stands with the provider, or null while it is not connected. */
  public void show(BankJson.Provider row) {
    connected = row == null ? null : row.details().get("certificate_expires_at");
    look();
  }

  private void look() {
    long asked = ++round;
    String content = file.map(it -> model.value(it).get()).orElse("");
    if (content.isEmpty()) {
      say(connected == null ? null : Instant.parse(connected));
      return;
    }
    String word = password.map(it -> model.value(it).get()).orElse("");
    context
        .background()
        .ask(
            () -> PickedFile.ends(content, word),
            end -> {
              if (asked == round) {
                say(end.orElse(null));
              }
            },
            _ -> say(null));
  }

  private void say(Instant end) {
    setVisible(end != null);
    if (end == null) {
      return;
    }
    Duration left = context.moments().until(end.toString());
    String key =
        left.isZero()
            ? "settings.contract.certificate.over"
            : left.compareTo(WARNING) < 0
                ? "settings.contract.certificate.soon"
                : "settings.contract.certificate.good";
    Tone tone = left.isZero() ? Tone.BAD : left.compareTo(WARNING) < 0 ? Tone.CAREFUL : Tone.PLAIN;
    Message.of(tone, key, context.moments().date(end.toString())).show(this, context.texts());
  }

  private static Optional<ProviderForm.Input> named(ProviderForm form, String name) {
    return form.inputs().stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
