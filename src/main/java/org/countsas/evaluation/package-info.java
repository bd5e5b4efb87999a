/** Which rules hold of a programme, with which evidence. Knows no definition. Beside {@code policy}, the only package that knows Drools. */
@NullMarked
package org.countsas.evaluation;

import org.jspecify.annotations.NullMarked;
