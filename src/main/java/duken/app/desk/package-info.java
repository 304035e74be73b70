/** Starts the window and leads it to its engine. */
package duken.app.desk;
