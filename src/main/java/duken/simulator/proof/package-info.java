/** What the bank proves about a request: signatures, one-time codes, keys, digests, times. */
package duken.simulator.proof;
