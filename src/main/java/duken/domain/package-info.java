/**
 * What is true without network, disk and clock: money, phones, invoices, their life, refunds.
 * Imports the JDK only.
 */
package duken.domain;
