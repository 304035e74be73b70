/** Routes of the carts of tills. */
package duken.gateway.cart;
