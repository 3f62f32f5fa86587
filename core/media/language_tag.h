// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The RFC 5646 tag of a container's language: "eng" -> "en", "pt-BR" stays, "" or nonsense -> "und".
[[nodiscard]] std::string language_tag(std::string_view language);

/// The other way: the ISO 639-2/T code that MP4 and Matroska want ("deu" of "de-AT"), "und" where none is known.
[[nodiscard]] std::string long_language(std::string_view tag);

} // namespace framehand::media
