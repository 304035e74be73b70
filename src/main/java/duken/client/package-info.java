/** The window's only way to an engine: HTTP, on this computer as well as elsewhere. */
package duken.client;
