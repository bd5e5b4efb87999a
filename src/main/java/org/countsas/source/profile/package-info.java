/** Mapping profiles: what the columns of a kind of table mean, and which of its rows are items, as someone states it in YAML. */
@NullMarked
package org.countsas.source.profile;

import org.jspecify.annotations.NullMarked;
