// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rational.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <limits>
#include <numeric>

namespace framehand::media {

Rational reduced(Rational value) {
    if (value.den == 0) {
        return {};
    }
    if (value.den < 0) {
        value = {-value.num, -value.den};
    }
    const std::int64_t divisor = std::gcd(value.num, value.den);
    return divisor > 1 ? Rational{value.num / divisor, value.den / divisor} : value;
}

std::int64_t rescale(std::int64_t ticks, Rational from, Rational to) {
    const Rational factor = reduced({from.num * to.den, from.den * to.num});
    return av_rescale_rnd(ticks, factor.num, factor.den,
                          static_cast<AVRounding>(AV_ROUND_NEAR_INF | AV_ROUND_PASS_MINMAX));
}

} // namespace framehand::media
