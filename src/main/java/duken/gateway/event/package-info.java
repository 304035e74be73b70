/** The event log over HTTP. */
package duken.gateway.event;
