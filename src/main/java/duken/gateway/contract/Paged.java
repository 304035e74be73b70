package duken.gateway.contract;

import duken.api.PageJson;
import duken.store.Page;

/** Puts a page of a list into the contract's frame (gateway contract, section 7). */
final class Paged {

  private Paged() {}

  static <T> PageJson<T> json(Page<T> page, boolean mirrors) {
    long current = page.offset() / page.limit() + 1;
    long last = Math.max(1, (page.total() + page.limit() - 1) / page.limit());
    return new PageJson<>(
        page.rows(),
        new PageJson.Meta(page.total(), page.limit(), page.offset(), current, last, page.limit()),
        mirrors ? current : null,
        mirrors ? last : null,
        mirrors ? page.limit() : null,
        mirrors ? page.total() : null);
  }
}
