/** The public contract, {@code /api/v1}. */
package duken.gateway.contract;
