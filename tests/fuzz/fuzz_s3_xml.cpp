// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"
#include "core/s3/s3_answers.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::s3;
using fuzz::check;

constexpr std::size_t kWidest = 3; ///< bytes of UTF-8 that one byte of another encoding becomes
constexpr auto kWhat = "s3://bucket/ cannot be listed";

/// Text that XML can carry unchanged.
bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::string element(const std::string& name, const std::string& text) {
    return "<" + name + ">" + base::escape_xml(text) + "</" + name + ">";
}

void check_listing(std::string_view xml) {
    const auto listing = listing_from(xml, kWhat);
    if (!listing) {
        fuzz::check_error(listing.error());
        check(listing.error().code == base::ErrorCode::CorruptData && listing.error().message == kWhat);
        return;
    }
    std::string written = "<ListBucketResult>";
    if (!listing->next.empty()) {
        written += "<IsTruncated>true</IsTruncated>" + element("NextContinuationToken", listing->next);
    }
    bool comes_back = is_plain(listing->next);
    std::size_t bytes = listing->next.size();
    for (const ListedObject& object : listing->objects) {
        written +=
            "<Contents>" + element("Key", object.key) + element("Size", std::to_string(object.size)) + "</Contents>";
        comes_back = comes_back && is_plain(object.key);
        bytes += object.key.size();
    }
    check(bytes <= kWidest * xml.size() && listing->objects.size() <= xml.size());
    const auto again = listing_from(written + "</ListBucketResult>", kWhat);
    check(again && again->objects.size() == listing->objects.size());
    for (std::size_t i = 0; comes_back && i < listing->objects.size(); ++i) {
        check(again->objects[i].key == listing->objects[i].key && again->objects[i].size == listing->objects[i].size);
    }
    check(!comes_back || again->next == listing->next);
}

void check_uploads(std::string_view xml) {
    if (const auto uploads = uploads_from(xml, "bucket", kWhat)) {
        std::size_t bytes = 0;
        for (const Upload& upload : *uploads) {
            check(upload.object.bucket == "bucket");
            bytes += upload.object.key.size() + upload.id.size();
        }
        check(bytes <= kWidest * xml.size() && uploads->size() <= xml.size());
    } else {
        fuzz::check_error(uploads.error());
    }
    if (const auto id = upload_id_from(xml, kWhat)) {
        check(!id->empty() && id->size() <= kWidest * xml.size());
    } else {
        fuzz::check_error(id.error());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto xml = fuzz::text_of(data, size);
    check_listing(xml);
    check_uploads(xml);
    const auto said = error_answer(xml);
    check(said.code.size() + said.message.size() <= kWidest * size);
    for (const int status : {200, 403, 404, 500}) {
        fuzz::check_error(failure_of({status, {}, std::string(xml)}, kWhat));
    }
    // What a server named is sent back to it as well-formed XML, whatever is in it.
    const auto completion = completion_of({std::string(xml), said.code});
    check(error_answer("<Error>" + completion + element("Code", "Found") + "</Error>").code == "Found" ||
          std::ranges::any_of(xml, [](char c) { return static_cast<unsigned char>(c) >= 0x7f; }));
    return 0;
}
