@NullMarked
package org.homeward.beneficiary.service;

import org.jspecify.annotations.NullMarked;
