/** The shift of this desk: opening, interim report, closing, and what can be saved of it. */
package duken.desktop.shift;
