/** The files of a bundle, in a folder or a ZIP file of one byte form, and how they are staged until they are whole. */
@NullMarked
package org.countsas.audit.container;

import org.jspecify.annotations.NullMarked;
