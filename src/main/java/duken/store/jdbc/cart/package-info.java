/** Tables of carts that are not sold yet. */
package duken.store.jdbc.cart;
