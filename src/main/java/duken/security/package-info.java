/**
 * Signatures, secrets at rest, key texts and their digests, masking, and which addresses a webhook
 * may go to. Imports the JDK only, so that every other room may lean on it.
 */
package duken.security;
