// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/shown_url.h"

namespace framehand::jobs {

std::string shown_url(std::string_view source_url) {
    if (!source_url.starts_with("http://") && !source_url.starts_with("https://")) {
        return std::string(source_url);
    }
    const auto begin = source_url.find("://") + 3;
    auto rest = source_url.substr(begin);
    rest = rest.substr(0, rest.find_first_of("?#"));
    const auto authority = rest.substr(0, rest.find('/'));
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        rest.remove_prefix(at + 1);
    }
    return std::string(source_url.substr(0, begin)) + std::string(rest);
}

} // namespace framehand::jobs
