/** What only the owner of a shop looks at. */
package duken.api.owner;
