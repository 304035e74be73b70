/** The log of what happened in a shop, read by cursor. */
package duken.store.event;
