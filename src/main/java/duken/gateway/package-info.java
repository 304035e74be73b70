/** The REST server: guards, routes, pay pages. It reads the store and writes through the engine. */
package duken.gateway;
