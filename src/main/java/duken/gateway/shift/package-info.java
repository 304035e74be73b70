/** Shifts over HTTP. */
package duken.gateway.shift;
