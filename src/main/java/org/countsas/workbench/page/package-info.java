/** What stands on the pages of the workbench. Their templates are under {@code src/main/jte/workbench}. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
