/** Cash at the till. */
package duken.desktop.till.cash;
