/** Carts of tills, as a window sees them. */
package duken.api.cart;
