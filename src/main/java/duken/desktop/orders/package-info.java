/** Orders of the shop on kaspi.kz: the list, one order, what can be done with it, setting it up. */
package duken.desktop.orders;
