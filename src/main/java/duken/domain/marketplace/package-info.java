/** Orders of a marketplace. */
package duken.domain.marketplace;
