/** Orders of the shop on kaspi.kz as a window sees them. */
package duken.api.orders;
