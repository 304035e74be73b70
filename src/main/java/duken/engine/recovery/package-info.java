/** Finds again what a crash, a silence or a person outside left behind. */
package duken.engine.recovery;
