// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/rendition_checks.h"

#include "core/base/text.h"
#include "core/media/language_tag.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace framehand::media::verify {

namespace {

/// The form of RFC 5646, 2.1: a primary subtag of letters, further ones of letters and digits.
bool is_language_tag(const std::string& tag) {
    bool is_first = true;
    for (const std::string& part : base::split(tag, '-')) {
        const bool letters =
            std::all_of(part.begin(), part.end(), [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
        const bool plain =
            std::all_of(part.begin(), part.end(), [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
        if (part.empty() || part.size() > 8 || !plain || (is_first && (!letters || part.size() < 2))) {
            return false;
        }
        is_first = false;
    }
    return true;
}

class RenditionCheck {
public:
    RenditionCheck(const MeasuredPackage& package, const SourceExpectation& source, VerifyReport& report)
        : m_package(package), m_source(source), m_report(report) {}

    void run() {
        const std::vector<MediaRendition>& renditions = m_package.multivariant.renditions;
        for (std::size_t i = 0; i < renditions.size(); ++i) {
            check_member(renditions[i], m_package.rendition_files[i]);
            m_groups[{renditions[i].type, renditions[i].group}].push_back(i);
        }
        for (const auto& [key, members] : m_groups) {
            check_group(key.first, key.second, members);
        }
        check_references();
    }

private:
    using Key = std::pair<std::string, std::string>; ///< type and group

    void add(const std::string& problem) { m_report.add(CheckId::Renditions, m_package.multivariant_file, problem); }

    void check_member(const MediaRendition& rendition, const std::string& file) {
        const std::string what = rendition.type + " rendition \"" + rendition.name + "\": ";
        if (rendition.type != "AUDIO" && rendition.type != "SUBTITLES") {
            return; // reading it has said so
        }
        if (!is_language_tag(rendition.language)) {
            add(what + (rendition.language.empty()
                            ? "LANGUAGE is missing"
                            : "LANGUAGE is \"" + rendition.language + "\", which is no language tag"));
        }
        if (rendition.is_default && !rendition.is_autoselect) {
            add(what + "DEFAULT is YES, AUTOSELECT is not");
        }
        if (rendition.uri.empty()) {
            add(what + "has no URI");
        }
        if (rendition.type == "AUDIO") {
            check_audio(rendition, what, m_package.find(file));
        }
    }

    void check_audio(const MediaRendition& rendition, const std::string& what, const MeasuredRendition* audio) {
        if (rendition.is_forced) {
            add(what + "FORCED is for subtitles only");
        }
        if (!m_source.audio_languages.empty() &&
            std::find(m_source.audio_languages.begin(), m_source.audio_languages.end(), rendition.language) ==
                m_source.audio_languages.end()) {
            add(what + "LANGUAGE is \"" + rendition.language + "\", the source has no audio in it");
        }
        if (audio == nullptr) {
            return;
        }
        if (audio->track.kind != TrackKind::Audio) {
            add(what + "is not audio");
            return;
        }
        const std::string channels = std::to_string(audio->track.channels);
        if (audio->track.channels > 0 && rendition.channels.substr(0, rendition.channels.find('/')) != channels) {
            add(what + "CHANNELS is " + (rendition.channels.empty() ? "missing" : "\"" + rendition.channels + "\"") +
                ", the bitstream says " + channels);
        }
        const std::string language = audio->track.language.empty() ? "" : language_tag(audio->track.language);
        if (!language.empty() && language != rendition.language) {
            add(what + "LANGUAGE is \"" + rendition.language + "\", its segments say \"" + language + "\"");
        }
    }

    void check_group(const std::string& type, const std::string& group, const std::vector<std::size_t>& members) {
        std::set<std::string> names;
        int defaults = 0;
        for (const std::size_t i : members) {
            const MediaRendition& rendition = m_package.multivariant.renditions[i];
            defaults += rendition.is_default ? 1 : 0;
            if (!names.insert(rendition.name).second) {
                add("the name \"" + rendition.name + "\" is in " + type + " group \"" + group + "\" twice");
            }
        }
        if (defaults > 1 || (defaults == 0 && type == "AUDIO")) {
            add(type + " group \"" + group + "\" has " + (defaults == 0 ? "no default" : "more than one default"));
        }
    }

    void check_references() {
        std::set<Key> named;
        bool has_audio = false;
        bool lacks_audio = false;
        for (const VariantStream& variant : m_package.multivariant.variants) {
            (variant.audio_group.empty() ? lacks_audio : has_audio) = true;
            for (const Key& key : {Key("AUDIO", variant.audio_group), Key("SUBTITLES", variant.subtitles_group)}) {
                if (key.second.empty()) {
                    continue;
                }
                named.insert(key);
                if (!m_groups.contains(key)) {
                    m_report.add(CheckId::References, m_package.multivariant_file,
                                 "variant " + variant.uri + ": " + key.first + " names the group \"" + key.second +
                                     "\", which does not exist");
                }
            }
        }
        if (has_audio && lacks_audio) {
            add("some variants name an audio group, some do not");
        }
        for (const auto& [key, members] : m_groups) {
            if (!named.contains(key)) {
                add("no variant names the " + key.first + " group \"" + key.second + "\"");
            }
        }
        if (has_audio && !has_stereo()) {
            add("no variant plays with stereo AAC");
        }
    }

    [[nodiscard]] bool has_stereo() const {
        const std::vector<const MeasuredRendition*> audios = m_package.of_kind(TrackKind::Audio);
        return audios.empty() || std::any_of(audios.begin(), audios.end(), [](const MeasuredRendition* audio) {
                   return audio->track.codec == "mp4a.40.2" && audio->track.channels <= 2;
               });
    }

    const MeasuredPackage& m_package;
    const SourceExpectation& m_source;
    VerifyReport& m_report;
    std::map<Key, std::vector<std::size_t>> m_groups;
};

} // namespace

void check_renditions(const MeasuredPackage& package, const SourceExpectation& source, VerifyReport& report) {
    RenditionCheck(package, source, report).run();
}

} // namespace framehand::media::verify
