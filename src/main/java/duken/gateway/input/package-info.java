/** Reads bodies and queries, and collects what is wrong with them. */
package duken.gateway.input;
