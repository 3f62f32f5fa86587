// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/trusted_certificates.h"

#include <algorithm>
#include <array>

namespace framehand::s3 {

std::string trusted_certificates(const char* built_in, const std::function<bool(const std::string& path)>& is_file) {
    // Debian and its kin, Fedora and its kin, openSUSE, Alpine.
    static const std::array<std::string, 5> kKnown = {
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/pki/tls/certs/ca-bundle.crt", "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/cert.pem"};
    if (built_in == nullptr || is_file(built_in)) {
        return {};
    }
    const auto* const found = std::ranges::find_if(kKnown, is_file);
    return found == kKnown.end() ? std::string() : *found;
}

} // namespace framehand::s3
