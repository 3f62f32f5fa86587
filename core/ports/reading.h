// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace framehand::ports {

/// What a part of the machine says of itself: a value, or why there is none. Not knowing is no failure: whoever asks
/// has an answer for it.
template <typename T>
struct Reading {
    std::optional<T> value;
    std::string why_unknown; ///< a sentence part for people, if there is no value: "there is no X server"

    [[nodiscard]] static Reading known(T value) { return {std::move(value), {}}; }

    [[nodiscard]] static Reading unknown(std::string why) { return {std::nullopt, std::move(why)}; }

    bool operator==(const Reading&) const = default;
};

} // namespace framehand::ports
