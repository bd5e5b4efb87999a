/** The interface of the workbench for programs: the questions of the shell, with JSON in and out. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
