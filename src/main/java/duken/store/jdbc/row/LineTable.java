package duken.store.jdbc.row;

import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.RowMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Table {@code invoice_line} or {@code refund_line}: goods that were sold or returned.
 *
 * @param owner {@code invoice} or {@code refund}
 */
record LineTable(String owner) {

  /**
   * The lines of these invoices or refunds, by their ids.
   *
   * @param reader finds the catalog item in {@code item_id}, null once it was removed
   */
  <L> Map<Long, List<L>> of(Handle handle, List<Long> owners, RowMapper<L> reader) {
    Map<Long, List<L>> lines = new TreeMap<>();
    if (!owners.isEmpty()) {
      handle
          .createQuery(
              """
              select line.*,
                case when item.removed_at is null then line.catalog_item_id end as item_id
              from %1$s_line line left join catalog_item item on item.id = line.catalog_item_id
              where line.%1$s_id in (<owners>) order by line.id
              """
                  .formatted(owner))
          .bindList("owners", owners)
          .map(
              row ->
                  lines
                      .computeIfAbsent(row.getLong(owner + "_id"), _ -> new ArrayList<>())
                      .add(reader.map(row)))
          .list();
    }
    return lines;
  }
}
