/** The bank's own list, and what was said about it. */
package duken.store.reconcile;
