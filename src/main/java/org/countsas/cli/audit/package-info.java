/** The commands of the audit trail: verify, prove, review, sample, assess, history. */
@NullMarked
package org.countsas.cli.audit;

import org.jspecify.annotations.NullMarked;
