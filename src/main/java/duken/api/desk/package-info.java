/**
 * What the window asks of the engine, an interface per subject. Calls block and throw as those of
 * {@link duken.api.EngineApi}.
 */
package duken.api.desk;
