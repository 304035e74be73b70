/**
 * The ePayment.kz QR provider (ePay sheet): token, QR generation, identifiers, status, refund. It
 * knows nothing of invoices, settlement or the API; what calls back is verified in {@code
 * callback}.
 */
package duken.provider.epay;
