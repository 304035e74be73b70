/** The bank's own list beside the shop's books, as a window sees it. */
package duken.api.reconcile;
