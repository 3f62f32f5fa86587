// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace framehand::base {
namespace {

// The vectors of FIPS 180-4 and of NIST's example values.
TEST(Sha256, KnowsThePublishedVectors) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, GivesTheSameInPieces) {
    Sha256 hash;
    const std::string text(1000, 'a');
    for (std::size_t done = 0; done < 1'000'000; done += text.size()) {
        hash.update(text);
    }
    EXPECT_EQ(hash.hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, HexMayBeAskedInBetween) {
    Sha256 hash;
    hash.update("a");
    EXPECT_EQ(hash.hex(), sha256_hex("a"));
    hash.update("bc");
    EXPECT_EQ(hash.hex(), sha256_hex("abc"));
    EXPECT_EQ(hash.hex(), sha256_hex("abc"));
}

TEST(Sha256, HashesBytesWithZerosAndHighBits) {
    EXPECT_EQ(sha256_hex(std::string(1, '\0')), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_NE(sha256_hex(std::string("\xff\0x", 3)), sha256_hex(std::string("\xff\0y", 3)));
}

TEST(Sha256, KeepsItsStateWhenMoved) {
    Sha256 hash;
    hash.update("ab");
    Sha256 moved = std::move(hash);
    moved.update("c");
    EXPECT_EQ(moved.hex(), sha256_hex("abc"));
}

} // namespace
} // namespace framehand::base
