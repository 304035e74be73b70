/** A fake Kaspi shop: the order calls of the marketplace sheet, section 8, and its faults. */
package duken.simulator.marketplace;
