// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The RFC 5646 tag of a container's language: "eng" -> "en", "pt-BR" stays, "" or nonsense -> "und".
[[nodiscard]] std::string language_tag(std::string_view language);

} // namespace framehand::media
