/**
 * The bytes of inputs: the files behind paths, archives, encodings, and streams that end when they outgrow what anybody would send.
 */
@NullMarked
package org.countsas.source.file;

import org.jspecify.annotations.NullMarked;
