package duken.gateway.http;

import java.nio.file.Path;

/**
 * A part of a form that was sent to a disk.
 *
 * @param name of the field
 * @param mediaType lower case without parameters, empty when none was declared
 * @param size in bytes
 * @param file holds its bytes until the call is answered, and may be moved away before; null when
 *     the part is empty
 */
public record FormPart(String name, String mediaType, long size, Path file) {}
