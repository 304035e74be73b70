/** Opens and closes shifts. */
package duken.engine.shift;
