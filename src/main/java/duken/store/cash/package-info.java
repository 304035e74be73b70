/** Cash beside the bank: rows that are only ever added. */
package duken.store.cash;
