/** YAML files as data alone: no anchors, no tags, no duplicate keys, and the place of every value. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.yaml;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
