package duken.store.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with named parameters, {@code :name}, as JDBC wants it: with question marks, and the
 * names in their order.
 */
record NamedSql(String jdbc, List<String> names) {

  private static final Pattern PARAMETER = Pattern.compile("'[^']*'|::|:([A-Za-z][A-Za-z0-9]*)");

  /** Texts that are read over and over; the few that are put together differ in few ways. */
  private static final Map<String, NamedSql> READ = new ConcurrentHashMap<>();

  private static final int MOST = 2_000;

  static NamedSql of(String text) {
    NamedSql known = READ.get(text);
    if (known != null) {
      return known;
    }
    NamedSql read = read(text);
    if (READ.size() < MOST) {
      READ.put(text, read);
    }
    return read;
  }

  private static NamedSql read(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder jdbc = new StringBuilder();
    Matcher found = PARAMETER.matcher(text);
    while (found.find()) {
      boolean parameter = found.group(1) != null;
      if (parameter) {
        names.add(found.group(1));
      }
      found.appendReplacement(jdbc, Matcher.quoteReplacement(parameter ? "?" : found.group()));
    }
    return new NamedSql(found.appendTail(jdbc).toString(), List.copyOf(names));
  }
}
