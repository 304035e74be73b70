/**
 * What the engine works with: locks, periodic tasks, the commit signal, the choice of a provider.
 */
package duken.engine.runtime;
