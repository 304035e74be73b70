/** A shop's QR terminal at ePayment.kz and what is set about this provider. */
package duken.provider.epay.account;
