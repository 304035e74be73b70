/** Who is at the counter: PINs in the window. */
package duken.desktop.staff;
