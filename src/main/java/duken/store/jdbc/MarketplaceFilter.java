package duken.store.jdbc;

import duken.store.MarketplaceOrders.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which orders a list is about, as a condition on {@code o}.
 *
 * @param values of its parameters
 */
record MarketplaceFilter(String condition, Map<String, Object> values) {

  static MarketplaceFilter of(long tenantId, Query query) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tenant", tenantId);
    List<String> conditions = new ArrayList<>(List.of("o.tenant_id = :tenant"));
    any("state", query.states(), conditions, values);
    any("status", query.statuses(), conditions, values);
    any(
        "canonical",
        query.canonical().stream().map(Enum::name).collect(Collectors.toSet()),
        conditions,
        values);
    if (query.from() != null) {
      conditions.add("o.created_at >= :from");
      values.put("from", query.from());
    }
    if (query.until() != null) {
      conditions.add("o.created_at < :until");
      values.put("until", query.until());
    }
    if (query.search() != null) {
      conditions.add(
          """
          (lower(o.code) like :search escape '!' or exists (
            select 1 from marketplace_order_line l
            where l.tenant_id = o.tenant_id and l.order_id = o.order_id
              and (lower(l.sku) like :search escape '!' or lower(l.name) like :search escape '!')))
          """);
      values.put("search", pattern(query.search()));
    }
    return new MarketplaceFilter(String.join(" and ", conditions), values);
  }

  private static void any(
      String column, Set<String> words, List<String> conditions, Map<String, Object> values) {
    if (words.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String word : words) {
      String name = column + names.size();
      names.add(":" + name);
      values.put(name, word);
    }
    conditions.add("o." + column + " in (" + String.join(", ", names) + ")");
  }

  private static String pattern(String search) {
    return "%"
        + search
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_")
        + "%";
  }
}
