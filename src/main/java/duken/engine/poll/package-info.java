/** Decides when which invoice is asked about, and asks within each session's limits. */
package duken.engine.poll;
