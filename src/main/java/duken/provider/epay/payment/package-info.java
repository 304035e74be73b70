/** A payment as this provider names and remembers it. */
package duken.provider.epay.payment;
