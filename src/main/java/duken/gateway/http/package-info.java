/** Calls, answers and routes, without a server: nothing here touches a socket. */
package duken.gateway.http;
