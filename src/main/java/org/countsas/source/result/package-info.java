/** What came of reading: items by fiscal year and stage, files, rejected rows and warnings; and how readers put it together. */
@NullMarked
package org.countsas.source.result;

import org.jspecify.annotations.NullMarked;
