/** The customer's phone, played in training mode. */
package duken.desktop.training;
