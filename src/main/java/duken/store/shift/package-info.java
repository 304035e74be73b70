/** Shifts: what a desk took and gave back between opening and closing. */
package duken.store.shift;
