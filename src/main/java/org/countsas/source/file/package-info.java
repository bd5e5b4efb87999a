/**
 * The bytes of inputs: the files behind paths, archives, encodings, and streams that stop when they grow beyond what anyone would send.
 */
@NullMarked
package org.countsas.source.file;

import org.jspecify.annotations.NullMarked;
