/** The shop's goods as a window sees them. */
package duken.api.goods;
