/** Back room of the store: pictures as files. */
package duken.store.files;
