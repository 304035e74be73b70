/** Waiting off the JavaFX thread, and time on it. */
package duken.desktop.kit.task;
