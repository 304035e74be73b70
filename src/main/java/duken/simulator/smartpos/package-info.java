/** A Smart POS terminal on loopback, with its screen in the browser (sheet, section 15). */
package duken.simulator.smartpos;
