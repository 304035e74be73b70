/**
 * The bank's own list beside the shop's books: what fits, what does not, and what to do about it.
 */
package duken.desktop.reconcile;
