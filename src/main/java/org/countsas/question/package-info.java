/** What one may ask: plain arguments in, plain data out, for the shells and for programs alike. */
@NullMarked
package org.countsas.question;

import org.jspecify.annotations.NullMarked;
