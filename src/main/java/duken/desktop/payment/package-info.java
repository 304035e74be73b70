/** A payment under way and the green screen after it. */
package duken.desktop.payment;
