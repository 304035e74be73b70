/** Creates, reads, checks and cancels invoices. */
package duken.engine.invoice;
