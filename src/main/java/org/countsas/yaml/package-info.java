/** YAML files as plain data: no anchors, no tags, no duplicate keys, and the place of every value. */
@NullMarked
package org.countsas.yaml;

import org.jspecify.annotations.NullMarked;
