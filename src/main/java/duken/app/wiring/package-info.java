/** The composition root: everything is put together here by hand. */
package duken.app.wiring;
