package duken.gateway.owner;

import duken.engine.privacy.PersonalDataRetention;
import duken.notice.NoticeSettings;
import duken.notice.OwnerTelling;

/**
 * What the owner's routes are made of.
 *
 * @param host what is known of the engine's computer
 */
public record OwnerParts(
    PersonalDataRetention personalData,
    NoticeSettings notices,
    OwnerTelling telling,
    HostFacts host) {}
