/** The documents of the statutory budget, in any format: for which accounts, which kind of budget, and each read only once. */
@NullMarked
package org.countsas.source.document;

import org.jspecify.annotations.NullMarked;
