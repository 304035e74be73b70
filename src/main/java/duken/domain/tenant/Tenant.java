package duken.domain.tenant;

import java.time.Instant;

/**
 * A shop.
 *
 * @param id unique; 0 before it is stored
 * @param name shown to customers on the pay page
 * @param timezone IANA name, {@code Asia/Almaty}
 * @param suspended every call of its keys is refused
 */
public record Tenant(long id, String name, String timezone, boolean suspended, Instant createdAt) {}
