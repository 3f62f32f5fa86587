// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace framehand::s3 {

/// The file of the certificates that this system trusts, where libcurl must be told it; "" where libcurl knows best:
/// `built_in` (null: it asks the system otherwise) is there, or no such file is known here.
///
/// libcurl has the path of the distribution that it was built on, and an AppImage brings it to others, where each
/// transfer over https would fail (CURLE_SSL_CACERT_BADFILE).
[[nodiscard]] std::string trusted_certificates(const char* built_in,
                                               const std::function<bool(const std::string& path)>& is_file);

} // namespace framehand::s3
