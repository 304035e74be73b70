/** The window's only road to an engine: HTTP, on this computer as well as elsewhere. */
package duken.client;
