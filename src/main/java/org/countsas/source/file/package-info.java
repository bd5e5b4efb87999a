/** The bytes of inputs: files behind paths, archives, encodings, and streams that end when they outgrow what a person would send. */
@NullMarked
package org.countsas.source.file;

import org.jspecify.annotations.NullMarked;
