/** Carts of tills that are not sold yet. */
package duken.store.cart;
