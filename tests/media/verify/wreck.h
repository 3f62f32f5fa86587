// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/package_verifier.h"
#include "tests/media/verify/package_fixture.h"
#include "tests/support/temp_folder.h"

#include <cstdint>
#include <functional>
#include <string>

namespace framehand::test {

/// A copy of a sound package, to be damaged. The original is made by the engine from a real clip of ten seconds, once a
/// process: rungs "a" (320x240) and "b" (160x120) and the audio, each of segments of 4, 4 and 2 seconds.
class Wreck {
public:
    explicit Wreck(PackageForm form);

    static inline const std::string kVersion = "v-0123456789ab";
    static inline const std::string kTop = "index.m3u8";

    /// "a/v-0123456789ab/00001.m4s" for ("a", "00001.m4s").
    [[nodiscard]] static std::string at(const std::string& rung, const std::string& name) {
        return rung + "/" + kVersion + "/" + name;
    }

    [[nodiscard]] std::filesystem::path path(const std::string& file) const { return m_folder.path() / file; }

    [[nodiscard]] std::string read(const std::string& file) const { return m_folder.read(file); }

    void write(const std::string& file, const std::string& content) const { m_folder.write(file, content); }

    void remove(const std::string& file) const;
    void copy(const std::string& from, const std::string& to) const;
    /// Replaces the first occurrence; fails the test if there is none.
    void replace(const std::string& file, const std::string& from, const std::string& to) const;
    /// The same in a rung's version playlist and in its stable copy.
    void replace_in_both(const std::string& rung, const std::string& from, const std::string& to) const;
    /// Puts what `change` makes of a file into its place.
    void change(const std::string& file, const std::function<std::string(std::string)>& change) const;
    /// Sets an attribute of the first tag of this kind in the multivariant playlist.
    void set_attribute(const std::string& tag, const std::string& attribute, const std::string& value) const;
    /// The value of an attribute of the first tag of this kind.
    [[nodiscard]] std::string attribute(const std::string& tag, const std::string& attribute) const;

    [[nodiscard]] media::verify::VerifyReport verify(media::verify::VerifyLevel level,
                                                     media::verify::SourceExpectation source = {}) const;

    /// The clip that the package was made from.
    [[nodiscard]] static std::filesystem::path source(PackageForm form);

private:
    TempFolder m_folder;
};

} // namespace framehand::test
