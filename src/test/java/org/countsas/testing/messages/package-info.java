/** Reads from the sources what CountsAs can say. */
package org.countsas.testing.messages;
