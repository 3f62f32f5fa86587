// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/shown_url.h"

#include <gtest/gtest.h>

namespace framehand::jobs {
namespace {

TEST(ShownUrl, LeavesOutWhatMayBeSecret) {
    EXPECT_EQ(shown_url("https://store/films/a.mkv?X-Amz-Signature=abc"), "https://store/films/a.mkv");
    EXPECT_EQ(shown_url("http://me:secret@store:9000/a.mkv#t=1"), "http://store:9000/a.mkv");
    EXPECT_EQ(shown_url("https://store?token=abc"), "https://store");
}

TEST(ShownUrl, KeepsPathsAndNamesOfObjectsWhole) {
    EXPECT_EQ(shown_url("films/what? a film #2.mkv"), "films/what? a film #2.mkv");
    EXPECT_EQ(shown_url("s3://bucket/what? a film.mkv"), "s3://bucket/what? a film.mkv");
}

TEST(ShownUrl, KnowsASchemeInLettersOfEitherCase) {
    EXPECT_EQ(shown_url("HTTPS://me:secret@Store/a.mkv?X-Amz-Signature=abc"), "HTTPS://Store/a.mkv");
    EXPECT_TRUE(is_http_url("Http://store/a.mkv"));
    EXPECT_FALSE(is_http_url("http:/store/a.mkv"));
    EXPECT_FALSE(is_http_url("s3://store/a.mkv"));
}

} // namespace
} // namespace framehand::jobs
