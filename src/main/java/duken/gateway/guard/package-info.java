/** What every call passes before its route. */
package duken.gateway.guard;
