/** Slips and the cash drawer, as the window asks for them; the printing itself is {@code paper}. */
package duken.desktop.print;
