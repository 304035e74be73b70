/** What is not a success, in the contract's envelope and in three languages. */
package duken.gateway.problem;
