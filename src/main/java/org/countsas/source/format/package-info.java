/**
 * What an input format is: how its files are recognised and how they are read. Each format is a separate room beside this one and
 * implements {@link org.countsas.source.format.SourceFormat}; nothing else names it.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.format;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
