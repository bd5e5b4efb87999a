/** Rules in the workbench: the files that may be edited, a draft of one, what it would change, and how it is saved. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
