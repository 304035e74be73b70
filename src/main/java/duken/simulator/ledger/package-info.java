/** The money side of a fake bank: operations, their words, their clocks and what was returned. */
package duken.simulator.ledger;
