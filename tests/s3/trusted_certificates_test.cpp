// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/trusted_certificates.h"

#include <gtest/gtest.h>

#include <set>

namespace framehand::s3 {
namespace {

constexpr auto kOfDebian = "/etc/ssl/certs/ca-certificates.crt";
constexpr auto kOfFedora = "/etc/pki/tls/certs/ca-bundle.crt";

std::string chosen(const char* built_in, std::set<std::string> files) {
    return trusted_certificates(built_in, [&](const std::string& path) { return files.contains(path); });
}

TEST(TrustedCertificates, AreLibcurlsOwnWhereTheyAreThere) {
    EXPECT_EQ(chosen(kOfDebian, {kOfDebian, kOfFedora}), "");
    EXPECT_EQ(chosen("/elsewhere/ca.pem", {"/elsewhere/ca.pem", kOfDebian}), "");
}

TEST(TrustedCertificates, AreThoseOfTheSystemThatItWasBroughtTo) {
    EXPECT_EQ(chosen(kOfDebian, {kOfFedora}), kOfFedora);
    EXPECT_EQ(chosen(kOfDebian, {"/var/lib/ca-certificates/ca-bundle.pem"}), "/var/lib/ca-certificates/ca-bundle.pem");
}

TEST(TrustedCertificates, AreLeftToLibcurlWhereNothingIsKnown) {
    EXPECT_EQ(chosen(nullptr, {kOfDebian}), "") << "the system's own store, as on Windows";
    EXPECT_EQ(chosen(kOfDebian, {}), "");
}

} // namespace
} // namespace framehand::s3
