/** Cash beside the bank: what happens to it, and what should lie in a drawer. */
package duken.engine.cash;
