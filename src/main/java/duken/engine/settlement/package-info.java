/** The one writer of an invoice's status, and what it writes beside it. */
package duken.engine.settlement;
