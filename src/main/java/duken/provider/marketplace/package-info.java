/**
 * The shop API of the kaspi.kz marketplace: an order feed, no way to charge anybody (marketplace
 * sheet). Kaspi's words are understood here and nowhere else.
 */
package duken.provider.marketplace;
