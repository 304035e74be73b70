/** The front of everything that is kept. How it is kept is the back room's business. */
package duken.store;
