/** Calls to a terminal, its certificate, and the states it tells. */
package duken.provider.smartpos.wire;
