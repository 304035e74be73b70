/** Goods at the till: what the customer buys before it is a sale. */
package duken.desktop.cart;
