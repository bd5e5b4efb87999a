/** What one may ask of rules beyond what {@code quality} measures: tests held against the engine, policies that claim the same money, layout. */
@NullMarked
package org.countsas.question.rules;

import org.jspecify.annotations.NullMarked;
