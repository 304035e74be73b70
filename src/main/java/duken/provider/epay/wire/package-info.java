/** The HTTP calls of ePayment.kz and the shapes of its answers. */
package duken.provider.epay.wire;
