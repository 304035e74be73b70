/** The first questions of a new till, and a look at what stands on its counter. */
package duken.desktop.firstrun;
