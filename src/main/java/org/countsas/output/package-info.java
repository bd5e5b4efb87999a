/** The means by which anything is shown or written: languages, text tables, workbooks, JSON, files that are complete or absent. */
@NullMarked
package org.countsas.output;

import org.jspecify.annotations.NullMarked;
