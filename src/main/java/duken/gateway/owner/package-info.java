/** Routes of the desk's API that only the owner uses. */
package duken.gateway.owner;
