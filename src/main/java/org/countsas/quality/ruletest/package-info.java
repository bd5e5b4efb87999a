/**
 * Tests of rules and vocabulary, written by those who write the rules: items with the decisions expected for them, and phrases with what
 * they mention.
 */
@NullMarked
package org.countsas.quality.ruletest;

import org.jspecify.annotations.NullMarked;
