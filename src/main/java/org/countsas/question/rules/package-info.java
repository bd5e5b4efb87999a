/**
 * What one may ask about rules beyond what {@code quality} measures: tests checked against the engine, policies that claim the same money,
 * layout.
 */
@NullMarked
package org.countsas.question.rules;

import org.jspecify.annotations.NullMarked;
