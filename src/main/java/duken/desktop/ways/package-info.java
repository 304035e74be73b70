/** The choice between the ways to the bank: what each needs, can and cannot, and its own pane. */
package duken.desktop.ways;
