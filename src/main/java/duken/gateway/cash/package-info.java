/** Cash over HTTP. */
package duken.gateway.cash;
