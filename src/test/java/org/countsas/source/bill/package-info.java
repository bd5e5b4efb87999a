/**
 * A format that only the tests have: it shows that a new format is one more room, which nothing names. It reads bills, one JSON document with
 * its items, packed with gzip.
 */
package org.countsas.source.bill;
