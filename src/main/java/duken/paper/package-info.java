/**
 * Slips on paper: what stands on one, how it looks, how a printer is told, and the queue that waits
 * for printers so that nobody else does. Knows neither window nor engine.
 */
package duken.paper;
