/** The commands of the audit trail: verify, prove, review, sample, assess, history. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.audit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
