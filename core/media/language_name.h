// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// What a language calls itself, for the menu of a player: "de" -> "Deutsch", "pt-BR" -> "Português (BR)". The tag
/// itself where the name is not known, "" for "und".
[[nodiscard]] std::string language_name(std::string_view tag);

} // namespace framehand::media
