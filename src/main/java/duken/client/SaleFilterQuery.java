package duken.client;

import duken.api.SalesFilter;

/** A filter of sales as parameters of a query. */
final class SaleFilterQuery {

  private SaleFilterQuery() {}

  /** The same call with the filter's parameters. */
  static EngineCalls.Ask of(EngineCalls.Ask ask, SalesFilter filter) {
    EngineCalls.Ask filtered =
        ask.with("from", filter.from())
            .with("to", filter.to())
            .with("search", filter.search())
            .with("limit", filter.limit())
            .with("offset", filter.offset());
    filter.statuses().forEach(status -> filtered.with("status", status));
    return filtered;
  }
}
