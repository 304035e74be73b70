package duken.houserules.bad.gateway;

import duken.houserules.bad.store.Invoices;
import duken.houserules.bad.store.Store;

/** Changes an invoice on its own. */
final class Shortcut {

  void pay(Store store, Invoices invoices) {
    store.write(invoices::update);
  }
}
