/**
 * A fake ePayment.kz, written from the ePay sheet alone: tokens, QRs, statuses, refunds, and calls
 * to the shop in every way they may be authenticated.
 */
package duken.simulator.epay;
