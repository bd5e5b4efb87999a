/** The language of rule files: tokens, grammar, the safe profile and the layout. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.policy.language;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
