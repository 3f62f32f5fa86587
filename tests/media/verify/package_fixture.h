// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/package_verifier.h"
#include "core/media/verify/verify_report.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::test {

enum class PackageForm { Fmp4, MpegTs };

/// A finished package of two rungs and audio, three segments each, made by the engine, to be damaged.
/// Folders: "a" (160x90) and "b" (80x46), "audio"; each with v-0123456789ab.
class PackageFixture : public testing::Test {
protected:
    static constexpr int kFrames = 130;
    static inline const std::string kVersion = "/v-0123456789ab/";

    void make(PackageForm form);

    [[nodiscard]] std::string read(const std::string& file) const { return m_folder.read("package/" + file); }

    void write(const std::string& file, const std::string& content) const {
        m_folder.write("package/" + file, content);
    }

    [[nodiscard]] std::filesystem::path path(const std::string& file) const {
        return m_folder.path() / "package" / file;
    }

    /// Replaces the first occurrence; fails the test if there is none.
    void replace(const std::string& file, const std::string& from, const std::string& to) const;
    /// Replaces in a rung's version playlist and in its stable copy alike.
    void replace_in_both(const std::string& rung, const std::string& from, const std::string& to) const;
    void swap(const std::string& one, const std::string& other) const;

    [[nodiscard]] media::verify::VerifyReport verify(media::verify::VerifyLevel level,
                                                     media::verify::SourceExpectation source = {}) const;
    /// Verifies at the Fast level, and wants a finding of `check` in `file` whose problem holds `words`.
    void expect_found(media::verify::CheckId check, const std::string& file, const std::string& words) const;
    void expect_found(const media::verify::VerifyReport& report, media::verify::CheckId check, const std::string& file,
                      const std::string& words) const;

    TempFolder m_folder;
};

} // namespace framehand::test
