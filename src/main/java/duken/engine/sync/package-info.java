/**
 * Keeps an invoice in step with the bank: opens a payment, asks about it, writes down what was
 * learnt.
 */
package duken.engine.sync;
