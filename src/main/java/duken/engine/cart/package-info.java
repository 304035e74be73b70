/** Carts of tills: what is in them, holding them, selling them. */
package duken.engine.cart;
