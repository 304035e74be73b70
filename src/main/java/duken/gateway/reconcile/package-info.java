/** The bank's own list over HTTP. */
package duken.gateway.reconcile;
