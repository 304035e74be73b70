/**
 * Verifies what calls us in the name of ePayment.kz (ePay sheet, section 6): layers over the raw
 * bytes first, then the message, then whether it fits the payment. It knows nothing of settlement.
 */
package duken.provider.epay.callback;
