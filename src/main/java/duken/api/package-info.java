/**
 * The wire as both ends see it: the contract's objects, the desk's own, paths, and {@link
 * duken.api.EngineApi}. Names follow Java here; {@link duken.api.WireJson} turns them into the
 * contract's snake_case.
 */
package duken.api;
