/** Goods and carts. */
package duken.domain.catalog;
