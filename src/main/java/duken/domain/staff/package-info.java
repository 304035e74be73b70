/** The people at the counter and what each of them may do. Pure. */
package duken.domain.staff;
