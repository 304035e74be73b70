/** Looking for terminals in a range of the local network that a person typed. */
package duken.provider.smartpos.search;
