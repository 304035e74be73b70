/** The people at the counter: the guard that asks for PINs, and their routes. */
package duken.gateway.staff;
