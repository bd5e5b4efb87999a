/** Mapping profiles: what the columns of a kind of table mean, and which of its rows are items, as a person states it in YAML. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.profile;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
