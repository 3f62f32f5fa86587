// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/damages.h"

namespace framehand::test {

using media::verify::CheckId;

namespace {

const std::string kManifest = "manifest.mpd";

std::function<void(const Wreck&)> replacing(const std::string& from, const std::string& to) {
    return [from, to](const Wreck& wreck) { wreck.replace(kManifest, from, to); };
}

} // namespace

std::vector<Damage> dash_damages() {
    const auto cut = [](const Wreck& wreck) {
        wreck.change(kManifest, [](const std::string& text) { return text.substr(0, text.size() / 2); });
    };
    const auto without_rung = [](const Wreck& wreck) {
        wreck.change(kManifest, [](std::string text) {
            const std::size_t begin = text.find("   <Representation");
            return text.erase(begin, text.find("</Representation>\n", begin) + 18 - begin);
        });
    };
    const auto with_entity = [](const Wreck& wreck) {
        wreck.change(kManifest, [](std::string text) {
            return text.insert(text.find("<MPD"), "<!DOCTYPE MPD [<!ENTITY a \"b\">]>\n");
        });
    };
    const CheckId dash = CheckId::Dash;
    return {
        {"DashCutShort", cut, dash, kManifest},
        {"DashWithADocumentType", with_entity, dash, kManifest},
        {"DashWithoutARung", without_rung, dash, kManifest},
        {"DashLive", replacing("type=\"static\"", "type=\"dynamic\""), dash, kManifest},
        {"DashFalseDuration", replacing("mediaPresentationDuration=\"PT10.", "mediaPresentationDuration=\"PT11."), dash,
         kManifest},
        {"DashFalseSegmentDuration", replacing("<S t=\"", "<S t=\"1"), dash, kManifest},
        {"DashFalseOffset", replacing("presentationTimeOffset=\"", "presentationTimeOffset=\"1"), dash, kManifest},
        {"DashFalseStartNumber", replacing("startNumber=\"0\"", "startNumber=\"1\""), dash, kManifest},
        {"DashFalseCodecs", replacing("codecs=\"avc1.", "codecs=\"avc1.F"), dash, kManifest},
        {"DashFalseBandwidth", replacing("bandwidth=\"", "bandwidth=\"9"), dash, kManifest},
        {"DashFalseWidth", replacing("width=\"320\"", "width=\"322\""), dash, kManifest},
        {"DashFalseChannels", replacing("2011\" value=\"2\"", "2011\" value=\"6\""), dash, kManifest},
        {"DashFalseLanguage", replacing("lang=\"", "lang=\"x"), dash, kManifest},
        {"DashThatLeavesThePackage", replacing("<BaseURL>", "<BaseURL>../../"), CheckId::References, kManifest},
        {"DashOfAnotherRung", replacing("<BaseURL>b/", "<BaseURL>a/"), dash, kManifest},
    };
}

} // namespace framehand::test
