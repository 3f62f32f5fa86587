// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/source_expectation.h"
#include "tests/media/verify/damages.h"

namespace framehand::media::verify {
namespace {

using test::Damage;
using test::PackageForm;
using test::Wreck;

bool names_file(const Check& check, const std::string& file) {
    for (const Finding& finding : check.findings) {
        if (finding.file == file && !finding.problem.empty()) {
            return true;
        }
    }
    return false;
}

class DamageTest : public testing::TestWithParam<Damage> {};

/// At the level that is said to find it, and at each deeper one.
TEST_P(DamageTest, IsFound) {
    const Damage& damage = GetParam();
    const Wreck wreck(damage.form);
    damage.inflict(wreck);
    if (HasFatalFailure()) {
        return;
    }
    for (const VerifyLevel level : {VerifyLevel::Fast, VerifyLevel::Full}) {
        const VerifyReport report = wreck.verify(level);
        if (level == VerifyLevel::Fast && damage.level == VerifyLevel::Full) {
            EXPECT_TRUE(report.ok()) << "the fast level finds it too:\n" << report.to_json().dump(2);
            continue;
        }
        EXPECT_FALSE(report.ok());
        EXPECT_TRUE(names_file(report.check(damage.check), damage.file))
            << "no finding of " << to_string(damage.check) << " names " << damage.file << ":\n"
            << report.to_json().dump(2);
    }
}

std::string name_of_damage(const testing::TestParamInfo<Damage>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(OfFiles, DamageTest, testing::ValuesIn(test::file_damages()), name_of_damage);
INSTANTIATE_TEST_SUITE_P(OfMedia, DamageTest, testing::ValuesIn(test::media_damages()), name_of_damage);
INSTANTIATE_TEST_SUITE_P(OfPlaylists, DamageTest, testing::ValuesIn(test::playlist_damages()), name_of_damage);
INSTANTIATE_TEST_SUITE_P(OfDeclarations, DamageTest, testing::ValuesIn(test::declaration_damages()), name_of_damage);
INSTANTIATE_TEST_SUITE_P(OfDash, DamageTest, testing::ValuesIn(test::dash_damages()), name_of_damage);

class SoundPackageTest : public testing::TestWithParam<PackageForm> {};

TEST_P(SoundPackageTest, IsAcceptedAndMatchesItsSource) {
    const Wreck whole(GetParam());
    for (const VerifyLevel level : {VerifyLevel::Fast, VerifyLevel::Full}) {
        const auto source = expect_from_source(Wreck::source(GetParam()), level, 2, {});
        ASSERT_TRUE(source) << source.error().text();
        const VerifyReport report = whole.verify(level, *source);
        EXPECT_TRUE(report.ok()) << report.to_json().dump(2);
    }
}

std::string name_of_form(const testing::TestParamInfo<PackageForm>& info) {
    return info.param == PackageForm::Fmp4 ? "Fmp4" : "MpegTs";
}

INSTANTIATE_TEST_SUITE_P(Engine, SoundPackageTest, testing::Values(PackageForm::Fmp4, PackageForm::MpegTs),
                         name_of_form);

} // namespace
} // namespace framehand::media::verify
