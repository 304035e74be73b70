package duken.desktop.updates;

import duken.desktop.text.Language;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A version newer than this program, and what is new in it.
 *
 * @param version {@code 0.2.0}
 * @param page where a person fetches it, https
 * @param news lines in each language
 */
public record Release(String version, URI page, Map<Language, List<String>> news) {}
