package duken.webhook;

import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.security.WebhookSecret;
import duken.store.WebhookConfigs;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens shops' webhook secrets, just before something is signed with them. */
public final class Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

  private final SecretBox box;

  /**
   * @param box what they were sealed in, under the field {@link WebhookSecret#field}
   */
  public Secrets(SecretBox box) {
    this.box = box;
  }

  /** A shop's secret; empty when there is none or it does not open. */
  Optional<String> of(WebhookConfigs.Config config) {
    if (config.sealedSecret() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          box.open(
              config.scope().tenantId(),
              WebhookSecret.field(config.scope().mode().word()),
              config.sealedSecret()));
    } catch (SecretUnreadable e) {
      LOG.error("the webhook secret of shop {} cannot be read", config.scope().tenantId(), e);
      return Optional.empty();
    }
  }
}
