/** Cash in a drawer: what can happen to it, and the banknotes it is counted by. */
package duken.domain.cash;
