/** A shop's marketplace orders: their import and what is done with them. Charges nobody. */
package duken.marketplace;
