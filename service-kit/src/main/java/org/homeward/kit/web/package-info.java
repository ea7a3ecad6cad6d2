/** HTTP conventions: commands, answers, problems, pages. */
@NullMarked
package org.homeward.kit.web;

import org.jspecify.annotations.NullMarked;
