/** What a cashier hears: chimes, and sums spoken from recorded words. */
package duken.desktop.sound;
