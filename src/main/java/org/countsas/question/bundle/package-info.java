/** What one may ask about recorded runs, and what people add to them: verification, reviews, histories, audit samples. */
@NullMarked
package org.countsas.question.bundle;

import org.jspecify.annotations.NullMarked;
