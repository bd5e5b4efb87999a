/** What people call stages, years, areas and the parts of decisions: by id or by title, in either language. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.question.name;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
