/** The wire of the people at the counter, under {@code /desk/v1/staff}. */
package duken.api.staff;
