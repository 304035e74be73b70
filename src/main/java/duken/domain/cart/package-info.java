/** The cart of a till before it is sold: goods, discounts and what they come to. */
package duken.domain.cart;
