/** Which column means what: by the usual names, or by a mapping profile; and how rows become items. */
@NullMarked
package org.countsas.source.mapping;

import org.jspecify.annotations.NullMarked;
