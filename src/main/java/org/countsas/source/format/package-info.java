/**
 * What a format of input is: how a file is recognised as one of its own, and how it is read. Each format is a room of its own beside this
 * one and implements {@link org.countsas.source.format.SourceFormat}; nothing else names it.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.format;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
